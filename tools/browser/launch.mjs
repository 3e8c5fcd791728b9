import { existsSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const cache = fileURLToPath(new URL('../../node_modules/.cache/clv-chromium/', import.meta.url));

/** Chromium for tests and benches: `CHROME_PATH`, else the system's, else the one inside an npm package. */
export async function launchBrowser(args = []) {
  const options = installedBrowser() ?? (await packagedBrowser());
  return chromium.launch({ ...options, args: [...options.args, ...args] });
}

function installedBrowser() {
  const executablePath = process.env.CHROME_PATH ?? systemBrowsers.find((path) => existsSync(path));
  return executablePath && { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
}

/** Its own arguments are left out: they switch web security off. */
async function packagedBrowser() {
  const executablePath = await underLock(unpack);
  return {
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(cache, 'al2023/lib'),
      FONTCONFIG_FILE: fontConfiguration(),
    },
  };
}

/** The package's own configuration looks for its fonts in fixed places; ours looks where they were unpacked. */
function fontConfiguration() {
  const file = join(cache, 'fontconfig.xml');
  const folders = [join(cache, 'fonts'), '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`);
  writeFileSync(
    file,
    `<fontconfig>${folders.join('')}<cachedir>${join(cache, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  return file;
}

/** The package unpacks where TMPDIR says, with the libraries it needs only where it believes itself on Lambda. */
async function unpack() {
  const borrowed = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: cache };
  const saved = Object.fromEntries(
    ['AWS_EXECUTION_ENV', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'].map((name) => [
      name,
      process.env[name],
    ]),
  );
  Object.assign(process.env, borrowed);
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    for (const [name, value] of Object.entries(saved))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

/** Two processes that unpack at once start a browser that is half written. */
async function underLock(work) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, 'lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isStale(lock)) rmdirSync(lock);
      await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmdirSync(lock);
  }
}

const isStale = (lock) => {
  try {
    return Date.now() - statSync(lock).mtimeMs > 60_000;
  } catch {
    return false;
  }
};
