import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';

const root = join(import.meta.dirname, '..');

/** The built dashboard on a free port of this machine, for scripts that look at it. Throws when it is not built. */
export async function serveBuilt(base = './'): Promise<{ url: string; close: () => Promise<void> }> {
  if (!existsSync(join(root, 'dist/index.html')))
    throw new Error('nothing is built: run `npm run build` first');
  const server = await preview({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    base,
    preview: { port: 0 },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('the built app is served at no address');
  return { url, close: () => server.close() };
}
