// @ts-check
// Builds the dashboard when its sources changed, serves it on this machine only, and opens it.
//   npm start                 npm start -- --no-open --port 4173
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';

const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } });

/** @param {string} path @returns {number} newest change below the path, milliseconds */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @param {string} url */
function open(url) {
  const command =
    process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () =>
    console.log('No browser could be opened from here: open the address above yourself.'),
  );
  child.unref();
}

const sources = ['src', 'public', 'vite.config.ts', 'package-lock.json', 'node_modules/.guichet-setup'];
const built = existsSync('dist/index.html') ? statSync('dist/index.html').mtimeMs : 0;
if (Math.max(...sources.filter(existsSync).map(newest)) > built) await build({ logLevel: 'warn' });

const server = await preview({ preview: { port: Number(values.port ?? 4173), strictPort: false } });
const url = server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/';
console.log(`Guichet is at ${url} (Ctrl+C stops it)`);
if (!values['no-open']) open(url);
