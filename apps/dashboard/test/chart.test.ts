import { readFile } from 'node:fs/promises';

import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun(300);
const folder = writeRun(run);

describe('a chart', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openRun(folder, { colorScheme: 'dark' });
    await opened.page.locator('clv-frontier svg').waitFor();
  });
  afterAll(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints).toEqual([]);
  });

  const saved = async (kind: 'SVG' | 'PNG') => {
    const download = opened.page.waitForEvent('download');
    await opened.page
      .locator('clv-segments')
      .getByRole('button', { name: `Save chart as ${kind}` })
      .click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`customers-by-segment.${kind.toLowerCase()}`);
    return readFile(await file.path());
  };

  it('is saved as SVG with its finding in it', async () => {
    const title = await opened.page.locator('clv-segments h2').innerText();
    const svg = (await saved('SVG')).toString('utf8');
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain(title);
  });

  it('is saved as PNG', async () => {
    const png = await saved('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(1000);
  });

  it('shows the data behind it, as summary.json has them', async () => {
    const chart = opened.page.locator('clv-value-by-segment');
    await chart.getByText('Show data').click();
    const cells = await chart.locator('tbody tr').first().locator('td').allInnerTexts();
    const [{ label, baseline, optimized }] = run.summary.segments;
    const money = (value: number) => value.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    expect(cells).toEqual([label, money(baseline), money(optimized), money(optimized - baseline)]);
  });

  it('is heard as its finding and its values when it is drawn too, where Vega would say but its name', async () => {
    const title = await opened.page.locator('clv-value-by-segment h2').innerText();
    const heard = opened.page.getByRole('img', { name: `${title}. Pairs of bars: ` });
    await heard.locator('svg').waitFor();
    expect(await heard.getAttribute('aria-label')).toContain(run.summary.segments[3].label);
  });

  it('shows them as wide as the chart, with the buttons beside their summary', async () => {
    const chart = opened.page.locator('clv-segments');
    await chart.getByText('Show data').click();
    const width = async (part: string) => (await chart.locator(part).boundingBox())!.width;
    const top = async (name: string) => (await chart.getByText(name, { exact: true }).boundingBox())!.y;
    expect([await width('.scroll'), Math.abs((await top('PNG')) - (await top('Show data'))) < 8]).toEqual([
      await width('.plot'),
      true,
    ]);
    await chart.getByText('Show data').click();
  });

  it('tells the row under the pointer', async () => {
    await opened.page.locator('clv-offers [aria-roledescription="bar"]').first().hover();
    expect(await opened.page.locator('clv-offers .tip').innerText()).toContain(
      String(run.summary.offers[0].customers),
    );
  });

  it('takes tokens that its page changed once it is told', async () => {
    const lines = opened.page.locator('clv-frontier path[stroke="#123456"]');
    const told = (tag: string) =>
      opened.page.locator(tag).evaluate((element) => {
        (element as HTMLElement).style.setProperty('--clv-accent', '#123456');
        (element as HTMLElementTagNameMap['clv-chart']).requestUpdate();
      });
    await told('clv-frontier');
    await lines.first().waitFor({ state: 'attached' });
    await told('clv-value-by-segment clv-chart');
    const bars = opened.page.locator('clv-value-by-segment path[fill="#123456"]');
    await bars.first().waitFor({ state: 'attached' });
  });

  it('tells no row any more once it was taken away and put back', async () => {
    const figure = opened.page.locator('clv-risk-by-segment');
    await figure.locator('[aria-roledescription="bar"]').first().hover();
    await figure.locator('.tip').waitFor();
    await figure.evaluate((element) => {
      const place = element.parentElement!;
      element.remove();
      place.append(element);
    });
    await figure.locator('svg').waitFor();
    expect(await figure.locator('.tip').count()).toBe(0);
  });

  it('tells whoever holds it which row was clicked', async () => {
    const picked = opened.page.locator('clv-segments clv-chart').evaluate(
      (chart) =>
        new Promise((told) => {
          (chart as HTMLElement).addEventListener('clv-pick', ({ detail }) => told(detail.segment));
        }),
    );
    await opened.page.locator('clv-segments [aria-roledescription="bar"]').first().click();
    expect(await picked).toBe(run.summary.segments[0].label);
  });
});

it('charts have their place on the page before they are drawn, and what is below stays where it is', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-frontier svg').waitFor();
  const top = () => page.locator('clv-what-if').evaluate((below) => below.getBoundingClientRect().top);
  const drawn = await top();
  await page.route('**/vega-*.js', () => undefined);
  await page.reload();
  await page.locator('clv-frontier h2').waitFor();
  const before = await top();
  await close();
  expect(before / drawn).toBeGreaterThan(0.9);
});

it('a hundred charts that came and went leave no listener and no element behind', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-frontier svg').waitFor();
  const session = await page.context().newCDPSession(page);
  const counters = async () => {
    // What was drawn last is let go by the tasks that follow it.
    await page.waitForTimeout(500);
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { nodes, jsEventListeners };
  };
  const comeAndGo = (times: number) =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i++) {
        const home = document.querySelector('clv-dashboard')!;
        const charts = document.createElement('clv-segments') as HTMLElement & { data: unknown };
        charts.data = (home as unknown as { run: unknown }).run;
        document.body.append(charts);
        await new Promise((drawn) => {
          const look = () =>
            charts.shadowRoot?.querySelector('clv-chart')?.shadowRoot?.querySelector('svg')
              ? drawn(0)
              : setTimeout(look, 2);
          look();
        });
        charts.remove();
      }
    }, times);
  await comeAndGo(10);
  const before = await counters();
  await comeAndGo(100);
  let after = await counters();
  const areMore = () =>
    after.nodes > before.nodes + 100 || after.jsEventListeners > before.jsEventListeners + 10;
  // On a busy machine they may be let go later; what leaks never is.
  for (let looks = 0; areMore() && looks < 100; looks++) after = await counters();
  await close();
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 100);
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 10);
});
