import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './scripts/browser.mjs';
import { contentSecurityPolicy } from './scripts/content-security-policy.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Headless Chromium draws WebGL in software; shared memory is small in containers. */
const browserArguments = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--use-gl=angle',
  '--use-angle=swiftshader',
];

export default defineConfig({
  root: at('./src'),
  publicDir: at('./public'),
  cacheDir: at('./node_modules/.vite'),
  base: './',
  plugins: [svelte({ configFile: false }), contentSecurityPolicy()],
  build: {
    outDir: at('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  test: {
    root: at('./'),
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/e2e/**'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...findBrowser().launchOptions, args: browserArguments },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
