import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const cache = fileURLToPath(new URL('../../node_modules/.cache/clv-chromium', import.meta.url));

/** For what never comes, in milliseconds: nothing fails for being slow. A test that is ended by Jest does not tell what it waited for. */
const patience = 300_000;

/** Chromium for tests and benches: `CHROME_PATH`, else the system's, else the one inside an npm package. */
export async function launchBrowser(args = []) {
  const options = installedBrowser() ?? (await packagedBrowser());
  const browser = await chromium.launch({ ...options, args: [...options.args, ...args], timeout: patience });
  return browser.on('context', (context) => context.setDefaultTimeout(patience));
}

function installedBrowser() {
  const executablePath = process.env.CHROME_PATH ?? systemBrowsers.find((path) => existsSync(path));
  return executablePath && { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
}

/** Its own arguments are left out: they switch web security off. */
async function packagedBrowser() {
  if (!existsSync(cache)) await fillCache();
  return {
    executablePath: join(cache, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage'],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(cache, 'al2023/lib'),
      FONTCONFIG_FILE: join(cache, fontConfiguration),
    },
  };
}

/** Each of several processes unpacks where no other looks, and the first to be done does so for all: none sees it half written. */
async function fillCache() {
  mkdirSync(dirname(cache), { recursive: true });
  const own = mkdtempSync(`${cache}-`);
  try {
    await unpack(own);
    writeFontConfiguration(own);
    renameSync(own, cache);
  } catch (error) {
    if (!existsSync(cache)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** The package unpacks where TMPDIR says, with the libraries it needs only where it believes itself on Lambda. */
async function unpack(folder) {
  const borrowed = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: folder };
  const saved = Object.fromEntries(
    ['AWS_EXECUTION_ENV', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'].map((name) => [
      name,
      process.env[name],
    ]),
  );
  Object.assign(process.env, borrowed);
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    for (const [name, value] of Object.entries(saved))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

const fontConfiguration = 'fontconfig.xml';

/** The package's own configuration looks for its fonts in fixed places; ours looks where they will be. */
function writeFontConfiguration(folder) {
  const folders = [join(cache, 'fonts'), '/usr/share/fonts'].map((fonts) => `<dir>${fonts}</dir>`);
  writeFileSync(
    join(folder, fontConfiguration),
    `<fontconfig>${folders.join('')}<cachedir>${join(cache, 'font-cache')}</cachedir></fontconfig>\n`,
  );
}
