import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFile } from '../../src/state/fetch-file.ts';

let server: Server;
let host = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(request.url === '/gone.csv' ? 404 : 200).end('id,name\n1,A\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const get = (path: string) => fetchFile(`http://${host}${path}`, new AbortController().signal);

test.each([
  ['/data/offices.csv?year=2026', 'offices.csv'],
  ['/r%C3%A9gions.csv', 'régions.csv'],
  ['/100%25.csv', '100%.csv'],
  // No percent-encoding, though it has its sign: many servers take it as it stands.
  ['/100%.csv', '100%.csv'],
  ['/%E9t%E9.csv', '%E9t%E9.csv'],
])('the file at %s is named %s', async (path, name) => {
  const found = await get(path);
  expect(found).toMatchObject({ kind: 'file', file: { name } });
  expect(found.kind === 'file' && (await found.file.text())).toBe('id,name\n1,A\n');
});

test('an address without a name is named by its host', async () => {
  expect(await get('/')).toMatchObject({ kind: 'file', file: { name: host } });
});

test('an answer that is none is told by its status, a connection that is refused by its host', async () => {
  expect(await get('/gone.csv')).toEqual({ kind: 'status', status: '404 Not Found' });
  expect(await fetchFile('http://127.0.0.1:1/a.csv', new AbortController().signal)).toEqual({
    kind: 'refused',
    host: '127.0.0.1:1',
  });
});

test('what was cancelled is silent', async () => {
  expect(await fetchFile(`http://${host}/a.csv`, AbortSignal.abort())).toEqual({ kind: 'cancelled' });
});
