// @ts-check
// The one command that says whether the tree is good: format, lint, types, unit and browser tests, build, end to end.
// Closes with `N passed, N failed`; each step that is not a test runner counts as one.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} name @param {string} binary @param {string[]} args @param {Record<string, string>} [env] */
function run(name, binary, args, env = {}) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, [`node_modules/${binary}`, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  console.log(
    `== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return status === 0;
}

/** @returns {Promise<number>} a port of this machine that nothing listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

/** @param {boolean} ok */
function count(ok) {
  if (ok) total.passed += 1;
  else total.failed += 1;
}

/**
 * Adds a runner's own counts; a runner that failed without saying which test counts as one failure.
 * @param {boolean} ok @param {string} file @param {(report: any) => typeof total} read
 */
function countReport(ok, file, read) {
  const seen = existsSync(file)
    ? read(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  total.passed += seen.passed;
  total.skipped += seen.skipped;
  total.failed += ok ? 0 : Math.max(seen.failed, 1);
  if (ok && seen.passed === 0) {
    console.log(`no test ran in ${file}`);
    total.failed += 1;
  }
}

count(run('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']));
count(run('lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']));
count(
  run('types', 'svelte-check/bin/svelte-check', [
    '--tsconfig',
    './tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ]),
);

const unit = `${results}/vitest.json`;
countReport(
  run('unit and engine tests', 'vitest/vitest.mjs', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ]),
  unit,
  (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }),
);

if (existsSync('src/index.html')) {
  const built = run('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  count(built);
  const e2e = `${results}/e2e.json`;
  if (built)
    countReport(
      run('end to end', '@playwright/test/cli.js', ['test', '--config', 'test/e2e/playwright.config.ts'], {
        GUICHET_E2E_PORT: String(await freePort()),
      }),
      e2e,
      (report) => ({
        passed: report.stats.expected + report.stats.flaky,
        failed: report.stats.unexpected,
        skipped: report.stats.skipped,
      }),
    );
}

console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
