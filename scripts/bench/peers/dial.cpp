// The peer that our searches are measured beside: Dijkstra with a bucket queue (Dial 1969) in plain C++, the same labels.
// Reads one file of 32-bit numbers: nodes, arcs, sources, cutoff; then first arcs (nodes + 1), heads, times, sources.
// Prints, as JSON, the milliseconds and the sum of times of: the nearest source of every node, and of one search from each
// of the first 20 sources up to the cutoff.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

static const uint32_t unreached = 0xffffffffu;

struct Graph {
  uint32_t nodes, arcs;
  const uint32_t *firstArc, *head, *time;
  uint32_t longest = 1;
};

struct Search {
  const Graph &graph;
  std::vector<uint32_t> time, source, parent, order, before, after, bucket;
  uint32_t reached = 0, ring;

  explicit Search(const Graph &g)
      : graph(g), time(g.nodes, unreached), source(g.nodes), parent(g.nodes), order(g.nodes), before(g.nodes), after(g.nodes) {
    ring = 1;
    while (ring < g.longest + 2) ring *= 2;
    bucket.assign(ring, 0);
  }

  void take(uint32_t node, uint32_t at) {
    uint32_t b = before[node], a = after[node];
    if (b) after[b - 1] = a; else bucket[at & (ring - 1)] = a;
    if (a) before[a - 1] = b;
  }

  void put(uint32_t node, uint32_t at) {
    uint32_t first = bucket[at & (ring - 1)];
    after[node] = first;
    before[node] = 0;
    if (first) before[first - 1] = node + 1;
    bucket[at & (ring - 1)] = node + 1;
  }

  uint64_t run(const uint32_t *from, uint32_t count, uint32_t cutoff) {
    for (uint32_t i = 0; i < reached; i++) time[order[i]] = unreached;
    reached = 0;
    uint32_t waiting = 0, now = 0;
    for (uint32_t i = 0; i < count; i++) {
      if (time[from[i]] == 0) continue;
      time[from[i]] = 0;
      source[from[i]] = i;
      parent[from[i]] = unreached;
      put(from[i], 0);
      waiting++;
    }
    uint64_t sum = 0;
    while (waiting) {
      uint32_t first = bucket[now & (ring - 1)];
      if (!first) { now++; continue; }
      uint32_t node = first - 1;
      take(node, now);
      waiting--;
      order[reached++] = node;
      sum += now;
      for (uint32_t arc = graph.firstArc[node]; arc < graph.firstArc[node + 1]; arc++) {
        uint64_t then = uint64_t(now) + graph.time[arc];
        if (then > cutoff) continue;
        uint32_t to = graph.head[arc], known = time[to];
        if (then > known) continue;
        if (then == known) {
          if (source[node] > source[to] || (source[node] == source[to] && arc >= parent[to])) continue;
        } else {
          if (known != unreached) take(to, known); else waiting++;
          put(to, uint32_t(then));
        }
        time[to] = uint32_t(then);
        source[to] = source[node];
        parent[to] = arc;
      }
    }
    return sum;
  }
};

int main(int, char **argv) {
  FILE *file = fopen(argv[1], "rb");
  if (!file) return 1;
  fseek(file, 0, SEEK_END);
  size_t size = ftell(file) / 4;
  rewind(file);
  std::vector<uint32_t> all(size);
  if (fread(all.data(), 4, size, file) != size) return 1;
  fclose(file);
  const uint32_t *at = all.data() + 4;
  Graph graph{all[0], all[1], at, at + all[0] + 1, at + all[0] + 1 + all[1]};
  for (uint32_t arc = 0; arc < graph.arcs; arc++)
    if (graph.time[arc] != unreached && graph.time[arc] > graph.longest) graph.longest = graph.time[arc];
  const uint32_t *sources = graph.time + graph.arcs;
  uint32_t count = all[2], cutoff = all[3];
  Search search(graph);
  auto clock = [] { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
  double nearest = 1e300, single = 1e300;
  uint64_t nearestSum = 0, singleSum = 0;
  for (int round = 0; round < 5; round++) {
    double start = clock();
    nearestSum = search.run(sources, count, unreached - 1);
    nearest = std::min(nearest, clock() - start);
    start = clock();
    singleSum = 0;
    for (uint32_t i = 0; i < 20 && i < count; i++) singleSum += search.run(sources + i, 1, cutoff);
    single = std::min(single, (clock() - start) / (count < 20 ? count : 20));
  }
  printf("{\"nearestMilliseconds\": %.3f, \"nearestSum\": %llu, \"singleMilliseconds\": %.3f, \"singleSum\": %llu}\n", nearest,
         (unsigned long long)nearestSum, single, (unsigned long long)singleSum);
}
