import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';

/** `npm test` passes a free one, so that two checkouts can be tested at once. */
const port = Number(process.env['GUICHET_E2E_PORT'] ?? 4187);

/** The built app in a real browser. One worker: the machines that run this have two cores. */
export default defineConfig({
  testDir: '..',
  testMatch: ['e2e/**/*.spec.ts', 'real/**/*.spec.ts'],
  outputDir: '../../test-results/e2e',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-CA',
    timezoneId: 'UTC',
    launchOptions: {
      ...findBrowser().launchOptions,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'],
    },
  },
  webServer: {
    command: `node ../../node_modules/vite/bin/vite.js preview --config ../../vite.config.ts --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
