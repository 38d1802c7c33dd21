import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Geocoding } from '../../src/state/geocoding.svelte.ts';

let server: Server;
let geocoding: Geocoding;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('q') ?? '');
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify([{ lon: '-75.7', lat: '45.4', addresstype: 'house', display_name: '1 A St' }]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  geocoding = new Geocoding();
  const { port } = server.address() as AddressInfo;
  geocoding.service = { shape: 'nominatim', address: `http://127.0.0.1:${port}/search` };
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const rows = ['1 A St', '2 B St', '3 C St'].map((address, index) => ({ row: index + 1, address }));

test('rows are asked one after another', async () => {
  asked = [];
  const { edits, unknown, stopped } = await geocoding.run(rows, 0);
  expect(asked).toEqual(['1 A St', '2 B St', '3 C St']);
  expect([edits.length, unknown, stopped]).toEqual([3, 0, null]);
});

test('a cancel ends the pause between two questions, and what was found is kept', async () => {
  asked = [];
  const hour = 3_600_000;
  const run = geocoding.run(rows, hour);
  const pausing = setInterval(() => geocoding.progress?.done === 1 && geocoding.cancel(), 20);
  const { edits, stopped } = await run;
  clearInterval(pausing);
  expect(asked).toEqual(['1 A St']);
  expect(stopped).toEqual({ kind: 'cancelled' });
  expect(edits).toHaveLength(1);
  expect(geocoding.progress).toBeNull();
});
