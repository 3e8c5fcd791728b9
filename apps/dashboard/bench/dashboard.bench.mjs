// What the page costs in a real browser. Makes its own run folders with the built `clv`: node bench/dashboard.bench.mjs [customers…]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveSite } from '../../../tools/browser/serve-site.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 1_000_000];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(0)} ms`;
const say = (what, figure) => console.log(`  ${what.padEnd(58)} ${figure}`);

function runFolder(customers) {
  const folder = join(tmpdir(), `clv-bench-${customers}`);
  if (!existsSync(join(folder, 'run.json')))
    execFileSync(
      process.execPath,
      [
        here('../../pipeline/dist/cli.js'),
        'run',
        '--customers',
        String(customers),
        '--out',
        folder,
        '--quiet',
      ],
      { stdio: 'inherit' },
    );
  return folder;
}

/** In the page: how long until it has painted what an action changed. */
const timed = (page, action, times) =>
  page.evaluate(
    async ([source, count]) => {
      const dashboard = document.querySelector('clv-dashboard');
      const act = new Function('dashboard', 'i', `return (${source})(dashboard, i)`);
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const took = [];
      for (let i = 0; i < count; i++) {
        const start = performance.now();
        await act(dashboard, i);
        await dashboard.updateComplete;
        await painted();
        took.push(performance.now() - start);
      }
      return took;
    },
    [action.toString(), times],
  );

const filterBySegment = (dashboard, i) => {
  const { run } = dashboard;
  run.filter = { ...run.filter, segments: [run.customers.segments.names[i % 4]] };
};

const changeLift = (dashboard, i) =>
  new Promise((answered) => {
    const { run } = dashboard;
    const before = run.policy;
    run.addEventListener('change', function look() {
      if (run.policy === before) return;
      run.removeEventListener('change', look);
      answered();
    });
    const { scenario } = run.whatIf;
    const lift = 0.3 + (i % 7) / 50;
    const offers = scenario.offers.map((offer) => (offer.id === 'none' ? offer : { ...offer, lift }));
    run.whatIf.ask({ ...scenario, offers });
  });

const scrollTable = (dashboard, i) => {
  const table = dashboard.shadowRoot.querySelector('clv-outreach').shadowRoot.querySelector('clv-table');
  table.shadowRoot.querySelector('.scroll').scrollTop = i * 70_001;
};

const browser = await launchBrowser(['--enable-precise-memory-info']);
for (const customers of sizes) {
  console.log(`${customers.toLocaleString('en-US')} customers`);
  const server = await serveSite(here('../dist/site'), runFolder(customers));
  // The page's own policy forbids the Function that carries an action into it.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  await context.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(server.url);
  await page.locator('clv-kpis dl').waitFor();
  say('from opening the page to key figures', ms(performance.now() - start));
  await page.locator('clv-frontier svg').waitFor();
  say('to every chart', ms(performance.now() - start));
  say('longest task while loading', ms(await page.evaluate(() => window.longest)));

  const filtered = await timed(page, filterBySegment, 9);
  say('filter by segment, median and worst', `${ms(median(filtered))}, ${ms(Math.max(...filtered))}`);
  await page.evaluate(() => {
    const { run } = document.querySelector('clv-dashboard');
    run.filter = { segments: [], offers: [], risk: null };
  });
  const tried = await timed(page, changeLift, 15);
  say('what-if, an offer changed, median and worst', `${ms(median(tried))}, ${ms(Math.max(...tried))}`);
  await page.getByRole('button', { name: 'Everyone' }).click();
  const scrolled = await timed(page, scrollTable, 60);
  say(
    'a table scrolled to another place, median and worst',
    `${ms(median(scrolled))}, ${ms(Math.max(...scrolled))}`,
  );
  say(
    'JavaScript heap',
    `${await page.evaluate(() => (performance.memory.usedJSHeapSize / 2 ** 20).toFixed(0))} MB`,
  );
  await context.close();
  await server.close();
}
await browser.close();

console.log('the page, brotli');
const assets = here('../dist/site/assets/');
const weigh = (names) =>
  names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(assets + name)).length, 0);
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
const isVega = (name) => /^(vega|build)/.test(name);
say('everything', `${(weigh(scripts) / 1000).toFixed(0)} kB`);
say('without Vega', `${(weigh(scripts.filter((name) => !isVega(name))) / 1000).toFixed(0)} kB`);
