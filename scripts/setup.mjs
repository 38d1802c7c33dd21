// @ts-check
// Installs what is missing, and says what it does. Needs Node and npm only; it runs before every other command.
//   node scripts/setup.mjs             packages from the lock file
//   node scripts/setup.mjs --browser   and a browser for tests and screenshots
//   node scripts/setup.mjs --quiet     words to standard error, for commands whose output is a result
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findBrowser } from './browser.mjs';

const stamp = 'node_modules/.guichet-setup';
const quiet = process.argv.includes('--quiet');

/** @param {string} text */
function say(text) {
  (quiet ? process.stderr : process.stdout).write(`setup: ${text}\n`);
}

/** @param {string} text @returns {never} */
function stop(text) {
  process.stderr.write(`setup: ${text}\n`);
  process.exit(1);
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  say(`${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) say(error.message);
  return status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Node 20.19 or newer is needed, this is ${process.versions.node}. Install it, then try again.`);
}

/** Whether npm put the very packages of the lock file there, as `npm ci` by hand does. */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  /** @type {(file: string) => Record<string, { version?: string, optional?: boolean }>} */
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const there = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (isInstalled()) return writeFileSync(stamp, lock);
  say('installing the packages of package-lock.json; this takes about half a minute the first time');
  if (!run('npm', ['ci', '--no-audit', '--no-fund']))
    stop('npm ci failed. Its words are above; the usual cause is no way to the npm registry.');
  writeFileSync(stamp, lock);
}

/** An installed Chromium, else Debian's package where apt and root are at hand, else Playwright's download. */
function installBrowser() {
  if (findBrowser().installed) return;
  const debian = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (debian) {
    say("no Chromium found: installing Debian's package");
    run('apt-get', ['update', '-qq']);
    if (
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']) &&
      findBrowser().installed
    )
      return;
  }
  say('no Chromium found: letting Playwright download its own');
  if (!run('npx', ['playwright', 'install', 'chromium']))
    stop('no browser for the tests. Install Chromium, or set GUICHET_BROWSER to one, then try again.');
}

checkNode();
installPackages();
if (process.argv.includes('--browser')) installBrowser();
