import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'esbuild';

import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';
import { temporaryFolder } from './temporary-folder.js';

afterAll(closeBrowser);

const run = madeUpRun();
const folder = writeRun(run);
const pages = temporaryFolder();
beforeAll(() =>
  execFileSync(process.execPath, ['../../examples/embed/build.mjs', folder, pages], {
    env: { ...process.env, NODE_ENV: 'production' },
  }),
);

/** The pages have no icon for a browser to find. */
const withoutIcon = ({ complaints }: WatchedPage) => complaints.filter((line) => !line.includes('404'));

const gain = ({ page }: WatchedPage) =>
  page
    .locator('clv-kpis [data-kpi="net_gain"]')
    .getAttribute('data-value')
    .then((value) => Number(value));

describe('the plain page with one script tag', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openRun(folder, { site: join(pages, 'plain') });
    await opened.page.locator('clv-frontier svg').waitFor();
  });
  afterAll(() => opened.close());

  it('shows a run, and one filter for all the parts that share it', async () => {
    expect(await gain(opened)).toBe(run.summary.net_gain);
    await opened.page.locator('clv-segments svg [aria-roledescription="bar"]').nth(2).click();
    const atRisk = run.summary.segments.find(({ label }) => label === 'At-Risk High-Value')!;
    expect(await gain(opened)).toBeCloseTo(atRisk.optimized - atRisk.baseline, 6);
  });

  it('calculates the budget frontier in a worker without a second file', async () => {
    expect(await opened.page.locator('clv-frontier h2').innerText()).toMatch(
      /^Der halbe mögliche Gewinn kostet/,
    );
  });

  it('writes money and numbers as its attributes say, in the colours of the page', async () => {
    const frontier = opened.page.locator('clv-frontier');
    expect(await frontier.locator('h2').innerText()).toMatch(/\d\s€, \d+\s% dessen/);
    const line = frontier.locator(
      'svg [aria-roledescription="line mark"] path, svg path[aria-roledescription="line mark"]',
    );
    expect(await line.first().evaluate((path) => getComputedStyle(path).stroke)).toBe('rgb(122, 62, 168)');
  });

  it('tells the page which customer is opened', async () => {
    await opened.page.locator('clv-table tbody tr').first().click();
    expect(await opened.page.locator('#told').innerText()).toMatch(/^Customer C\d+ is open\.$/);
  });

  it('adds up a table that came without a run folder', async () => {
    expect(await opened.page.locator('#own h2').innerText()).toBe('Offers add $100, 100% of it in VIPs');
  });

  it('breaks no strict policy and asks no other origin', () => expect(withoutIcon(opened)).toEqual([]));
});

it('a script that stands inside the page makes its worker from its own source', async () => {
  const site = temporaryFolder();
  const script = readFileSync(join(pages, 'plain', 'clv-dashboard.standalone.js'), 'utf8');
  writeFileSync(
    join(site, 'index.html'),
    `<!doctype html><clv-frontier src="run/"></clv-frontier><script>${script.replaceAll('</script', '<\\/script')}</script>`,
  );
  const opened = await openRun(folder, { site, bypassCSP: true });
  await opened.page.locator('clv-frontier svg').waitFor();
  expect(withoutIcon(opened)).toEqual([]);
  await opened.close();
});

it('a page of the script tag and an element alone, without doctype or charset, shows the same', async () => {
  const opened = await openRun(folder, { site: join(pages, 'plain') });
  const { page } = opened;
  const body =
    '<script src="clv-dashboard.standalone.js" defer></script><clv-dashboard src="run/"></clv-dashboard>';
  await page.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(new URL('bare', page.url()).href);
  await page.locator('clv-frontier svg').waitFor();
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
  expect(await page.locator('clv-what-if h2').innerText()).toMatch(/^The run’s own offers/);
  const cell = page.locator('clv-table td').first();
  expect(await cell.evaluate((td) => getComputedStyle(td).fontSize)).toBe('13px');
  await opened.close();
});

it.each([
  ['calculates', 'lit-html clv-dashboard'],
  ['says that it lacks a worker', 'lit-html'],
])('a page that enforces Trusted Types %s where it allows %s', async (does, policies) => {
  const opened = await openRun(folder, { site: join(pages, 'plain') });
  const { page } = opened;
  await page.route('**/trusted', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: {
        'content-security-policy': `require-trusted-types-for 'script'; trusted-types ${policies}`,
      },
      body: '<!doctype html><script src="clv-dashboard.standalone.js" defer></script><clv-dashboard src="run/"></clv-dashboard>',
    }),
  );
  await page.goto(new URL('trusted', page.url()).href);
  await (
    does === 'calculates'
      ? page.locator('clv-frontier svg')
      : page.getByText('the what-if worker could not be loaded').first()
  ).waitFor();
  await opened.close();
});

describe('a page bundled by esbuild', () => {
  const site = temporaryFolder();
  writeFileSync(
    join(site, 'index.html'),
    '<!doctype html><script type="module" src="main.js"></script><clv-frontier src="run/"></clv-frontier>',
  );
  const bundled = (...entries: string[]) =>
    build({
      stdin: { contents: "import '@clv/dashboard';", resolveDir: process.cwd(), sourcefile: 'main.js' },
      entryPoints: entries,
      entryNames: '[name]',
      outdir: site,
      bundle: true,
      splitting: true,
      format: 'esm',
      logLevel: 'silent',
    });

  it('calculates where the worker is an entry of its own, without a warning', async () => {
    const { warnings } = await bundled('dist/what-if-worker.js');
    expect(warnings.map(({ text }) => text)).toEqual([]);
    renameSync(join(site, 'stdin.js'), join(site, 'main.js'));
    const opened = await openRun(folder, { site });
    await opened.page.locator('clv-frontier svg').waitFor();
    expect(withoutIcon(opened)).toEqual([]);
    await opened.close();
  });

  it('says what it lacks where it is not', async () => {
    rmSync(join(site, 'what-if-worker.js'));
    const opened = await openRun(folder, { site });
    await opened.page.getByText('is what-if-worker.js beside the script').waitFor();
    await opened.close();
  });
});

it('the React page sets data as a property, filters it and hears events', async () => {
  const opened = await openRun(folder, { site: join(pages, 'react') });
  const { page } = opened;
  await page.locator('clv-kpis dl').waitFor();
  expect(await gain(opened)).toBe(run.summary.net_gain);
  await page.getByRole('button', { name: 'VIPs only' }).click();
  const vips = run.summary.segments.find(({ label }) => label === 'VIPs')!;
  await page.waitForFunction(
    (wanted) =>
      Number(
        document
          .querySelector('clv-kpis')!
          .shadowRoot!.querySelector('[data-kpi="net_gain"]')!
          .getAttribute('data-value'),
      ).toFixed(4) === wanted.toFixed(4),
    vips.optimized - vips.baseline,
  );
  await page.getByRole('button', { name: 'Everyone' }).click();
  await page.locator('clv-table tbody tr').first().click();
  await page.getByText(/^Customer C\d+ is open\.$/).waitFor();
  await page.locator('clv-customer svg').first().waitFor();
  expect(withoutIcon(opened)).toEqual([]);
  await opened.close();
});
