import { expect, test } from 'vitest';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { nearestPoints } from '../../src/network/nearest.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { runInSlices } from '../../src/model/slices.ts';
import { travelTimeHere } from '../../src/workers/travel-time.ts';
import { graphRequest, largeRequest } from './travel-time-cases.ts';

test('the client gives the matrix that the function gives', async () => {
  const request = largeRequest(20);
  expect(await travelTimeHere().ask('matrix', request)).toEqual(travelMatrix(request));
});

test('the newest request wins, even over one that was done at once', async () => {
  const client = travelTimeHere();
  const [first, second] = await Promise.allSettled([
    client.ask('matrix', largeRequest(1)),
    client.ask('matrix', largeRequest(1)),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
  expect(second.status).toBe('fulfilled');
});

test('one kind of request leaves another alone', async () => {
  const client = travelTimeHere();
  const { graph, origins: places, points, options } = graphRequest(10);
  const nearest = { graph, places, points, k: 2, direction: 'to point' as const, options };
  const [matrix, found] = await Promise.all([
    client.ask('matrix', largeRequest(20)),
    client.ask('nearest', nearest),
  ]);
  expect(matrix).toEqual(travelMatrix(largeRequest(20)));
  expect(found).toEqual(nearestPoints(nearest));
});

test('a graph may come as the file it is in', async () => {
  const request = graphRequest(10);
  const file = { read: async () => encodeGraph(request.graph) };
  const client = travelTimeHere();
  expect(await client.ask('about', { graph: file })).toEqual(request.graph.about);
  expect(await client.ask('matrix', { ...request, graph: file })).toEqual(travelMatrix(request));
});

test('an abort rejects with its reason, before and during', async () => {
  const client = travelTimeHere();
  const before = AbortSignal.abort('too late');
  await expect(client.ask('matrix', largeRequest(1), { signal: before })).rejects.toBe('too late');
  const stop = new AbortController();
  const during = client.ask('matrix', largeRequest(4000), {
    signal: stop.signal,
    onProgress: () => stop.abort('enough'),
  });
  await expect(during).rejects.toBe('enough');
});

test('a closed client gives up what is under way', async () => {
  const client = travelTimeHere();
  const open = client.ask('matrix', largeRequest(4000));
  client.close();
  await expect(open).rejects.toMatchObject({ name: 'AbortError' });
});

test('work that is cancelled from outside stops', async () => {
  let steps = 0;
  let cancelled = false;
  function* endless(): Generator<number, never> {
    for (;;) yield (steps += 1);
  }
  setTimeout(() => (cancelled = true), 0); // a message, as far as the thread can tell
  expect(await runInSlices(endless(), { isCancelled: () => cancelled })).toBeNull();
  const atStop = steps;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(steps).toBe(atStop);
});
