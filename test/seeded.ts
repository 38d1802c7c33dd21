/** Numbers from 0 to 1, the same for the same seed: Lehmer's generator (Park & Miller 1988, 10.1145/63039.63042). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
