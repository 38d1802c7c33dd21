// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The browser that tests and screenshots run in: `GUICHET_BROWSER` if set, else one on the PATH, else the one that
 * Playwright keeps itself (empty launch options).
 * @returns {{ installed: boolean, launchOptions: { executablePath?: string } }}
 */
export function findBrowser() {
  const candidates = [
    process.env['GUICHET_BROWSER'],
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  const executablePath = candidates.find((path) => path && isExecutable(path));
  return executablePath
    ? { installed: true, launchOptions: { executablePath } }
    : { installed: false, launchOptions: {} };
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there or not ours to run: the question is only whether it can be used.
  }
}
