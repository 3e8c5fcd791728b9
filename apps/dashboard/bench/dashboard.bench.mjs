// What the page costs in a real browser. Makes its own run folders with the built `clv`: node bench/dashboard.bench.mjs [customers…]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveSite } from '../../../tools/browser/serve-site.mjs';
import { startTable } from '../../../tools/bench/print-table.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 1_000_000];
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const ms = (value) => `${value.toFixed(0)} ms`;

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

/** In the page: how long until it has painted what an action changed, figures and charts. */
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

/** Another lift for every offer, which changes every customer's; answered when the policy in sight is another. */
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

/** What page and workers hold; a browser tells it only of a page that is isolated from all others. */
const memory = (page) =>
  page.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes / 1e6);
const isolated = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The processor time of the browser's pages so far, in ms: unlike the clock it does not count what else is running. */
async function cpu(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === 'renderer' ? cpuTime * 1000 : 0), 0);
}

async function measured(say, session, page, what, action, times) {
  await timed(page, action, 3);
  const before = await cpu(session);
  const took = await timed(page, action, times);
  const each = ((await cpu(session)) - before) / times;
  const [least, worst] = [Math.min(...took), Math.max(...took)];
  say(what, `${ms(median(took))} (${ms(least)} to ${ms(worst)}), CPU ${ms(each)}`);
}

const browser = await launchBrowser();
const session = await browser.newBrowserCDPSession();
/** What was measured, and the figures of each size. */
const figures = new Map();
for (const customers of sizes) {
  const say = (what, figure) => figures.set(what, [...(figures.get(what) ?? []), figure]);
  const server = await serveSite(here('../dist/site'), runFolder(customers), "'self'", isolated);
  // The page's own policy forbids the Function that carries an action into it.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  await context.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  const page = await context.newPage();
  const before = await cpu(session);
  const start = performance.now();
  await page.goto(server.url);
  await page.locator('clv-kpis dl').waitFor();
  say('from opening the page to key figures', ms(performance.now() - start));
  await page.locator('clv-frontier svg').waitFor();
  say(
    'to every chart, the frontier among them',
    `${ms(performance.now() - start)}, CPU ${ms((await cpu(session)) - before)}`,
  );
  say('longest task while loading', ms(await page.evaluate(() => window.longest)));
  say('memory of page and worker, loaded', `${(await memory(page)).toFixed(0)} MB`);

  await measured(say, session, page, 'filter by segment: median (range)', filterBySegment, 9);
  await page.evaluate(() => {
    const { run } = document.querySelector('clv-dashboard');
    run.filter = { segments: [], offers: [], risk: null };
  });
  await measured(say, session, page, 'what-if, every offer changed: median (range)', changeLift, 15);
  await page.getByRole('button', { name: 'Everyone' }).click();
  await measured(say, session, page, 'a table scrolled to another place: median (range)', scrollTable, 60);
  say('memory of page and worker, after all that', `${(await memory(page)).toFixed(0)} MB`);
  await context.close();
  await server.close();
}
await browser.close();

const print = startTable('', ...sizes.map((customers) => `${customers.toLocaleString('en-US')} customers`));
for (const [what, bySize] of figures) print(what, ...bySize);
console.log('');

const weigh = startTable('brotli', 'weight');
const dist = here('../dist/');
const weight = (names) => {
  const bytes = names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(dist + name)).length, 0);
  return `${(bytes / 1000).toFixed(0)} kB`;
};
const scripts = readdirSync(`${dist}site/assets`)
  .filter((name) => name.endsWith('.js'))
  .map((name) => `site/assets/${name}`);
weigh('the page', weight(scripts));
weigh('the page without Vega', weight(scripts.filter((name) => !/\/(vega|languages)-/.test(name))));
weigh('the standalone script', weight(['clv-dashboard.standalone.js']));
