import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun();
const folder = writeRun(run);
const column = (name: string) => run.columns[name] as number[];

/** What the figures should be, added up here from the rows themselves. */
function expected(passes: (row: number) => boolean) {
  const rows = column('p_churn').flatMap((_, row) => (passes(row) ? [row] : []));
  const sum = (name: string) => rows.reduce((total, row) => total + column(name)[row], 0);
  return {
    customers: rows.length,
    total_potential_value: sum('clv'),
    net_gain: sum('expected_value_optimized') - sum('expected_value_baseline'),
  };
}

async function shown({ page }: WatchedPage) {
  const kpi = async (name: string) =>
    Number(await page.locator(`[data-kpi="${name}"]`).getAttribute('data-value'));
  return {
    customers: Number((await page.locator('clv-filters strong').textContent())!.replace(/,/g, '')),
    total_potential_value: await kpi('total_potential_value'),
    net_gain: await kpi('net_gain'),
  };
}

const agrees = (seen: Awaited<ReturnType<typeof shown>>, wanted: ReturnType<typeof expected>) => {
  expect(seen.customers).toBe(wanted.customers);
  expect(seen.total_potential_value).toBeCloseTo(wanted.total_potential_value, 6);
  expect(seen.net_gain).toBeCloseTo(wanted.net_gain, 6);
};

const atRisk = (row: number) => run.columns.segment_label[row] === 'At-Risk High-Value';

describe('filters', () => {
  let opened: WatchedPage;
  beforeEach(async () => {
    opened = await openRun(folder);
    await opened.page.locator('clv-chart svg').nth(4).waitFor();
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints).toEqual([]);
  });

  it('by segment: every figure is that of its customers', async () => {
    await opened.page.getByRole('button', { name: 'At-Risk High-Value' }).click();
    agrees(await shown(opened), expected(atRisk));
    expect(opened.page.url()).toContain('#segment=At-Risk+High-Value');
  });

  it('by a bar of a chart, and back by a second click', async () => {
    const bar = opened.page.locator('clv-segments svg [aria-roledescription="bar"]').nth(2);
    await bar.click();
    agrees(await shown(opened), expected(atRisk));
    await bar.click();
    agrees(
      await shown(opened),
      expected(() => true),
    );
  });

  it('by a range of risk dragged over the histogram', async () => {
    const plot = (await opened.page.locator('clv-risk-histogram .background').first().boundingBox())!;
    const { mouse } = opened.page;
    const y = plot.y + plot.height / 2;
    await mouse.move(plot.x + plot.width * 0.6, y);
    await mouse.down();
    await mouse.move(plot.x + plot.width * 0.7, y);
    await mouse.move(plot.x + plot.width * 0.8, y);
    await mouse.up();
    await opened.page.waitForFunction(() => {
      const { risk } = document.querySelector('clv-dashboard')!.save()!.filter;
      return location.hash === `#risk=${risk!.join('-')}`;
    });
    const hash = await opened.page.evaluate(() => location.hash);
    const [low, high] = new URLSearchParams(hash.slice(1)).get('risk')!.split('-').map(Number);
    expect(low).toBeCloseTo(0.6, 1);
    expect(high).toBeCloseTo(0.8, 1);
    agrees(
      await shown(opened),
      expected((row) => column('p_churn')[row] >= low && column('p_churn')[row] <= high),
    );
  });

  it('leave everything below them where it is, whatever the width', async () => {
    const { page } = opened;
    const top = () => page.locator('clv-kpis').evaluate((kpis) => kpis.getBoundingClientRect().top);
    const chip = page.locator('clv-filters').getByRole('button', { name: 'VIPs' });
    const moved: number[] = [];
    for (let width = 360; width <= 1400; width += 40) {
      await page.setViewportSize({ width, height: 900 });
      const before = await top();
      await chip.click();
      await page.locator('clv-filters').getByRole('button', { name: 'Show all' }).waitFor();
      if ((await top()) !== before) moved.push(width);
      await chip.click();
    }
    expect(moved).toEqual([]);
  });

  it('have no line to themselves that is empty, whatever the width', async () => {
    const { page } = opened;
    const bar = page.locator('clv-filters');
    const empty: number[] = [];
    for (let width = 400; width <= 1400; width += 20) {
      await page.setViewportSize({ width, height: 900 });
      const last = (await bar.getByText('Risk', { exact: true }).boundingBox())!;
      const unneeded = (await bar.locator('button:disabled').boundingBox())!;
      if (unneeded.y > last.y + last.height) empty.push(width);
    }
    expect(empty).toEqual([]);
  });

  it('by a bound of risk that is emptied leave risk unbounded there', async () => {
    const bound = (name: string) => opened.page.getByLabel(`Probability of leaving, ${name}, in percent`);
    await bound('from').fill('60');
    await bound('from').press('Enter');
    await bound('to').fill('');
    await bound('to').press('Enter');
    expect([await bound('from').inputValue(), await bound('to').inputValue()]).toEqual(['60', '100']);
    agrees(
      await shown(opened),
      expected((row) => column('p_churn')[row] >= 0.6),
    );
  });

  it('together, and away again by Show all', async () => {
    await opened.page.getByRole('button', { name: 'At-Risk High-Value' }).click();
    await opened.page.getByLabel('Probability of leaving, from, in percent').fill('60');
    await opened.page.keyboard.press('Tab');
    await opened.page.getByRole('button', { name: '10% discount', exact: true }).click();
    const wanted = expected(
      (row) =>
        atRisk(row) &&
        column('p_churn')[row] >= 0.6 &&
        run.columns.recommended_incentive[row] === 'discount_10',
    );
    expect(wanted.customers).toBeGreaterThan(0);
    agrees(await shown(opened), wanted);
    await opened.page.getByRole('button', { name: 'Show all' }).click();
    agrees(
      await shown(opened),
      expected(() => true),
    );
    expect(new URL(opened.page.url()).hash).toBe('');
  });

  it('that nobody passes leave a calm page', async () => {
    await opened.page.getByRole('button', { name: 'VIPs' }).click();
    await opened.page.getByLabel('Probability of leaving, from, in percent').fill('100');
    await opened.page.keyboard.press('Tab');
    agrees(
      await shown(opened),
      expected(() => false),
    );
    expect(await opened.page.locator('clv-outreach [role="status"]').innerText()).toContain(
      'widen the filter',
    );
    const words = await opened.page.locator('clv-kpis dl, h2, clv-outreach section').allInnerTexts();
    expect(words.join(' ')).not.toMatch(/NaN|undefined|Infinity/);
  });
});

it('an address brings the view back', async () => {
  const opened = await openRun(folder, {
    hash: '#segment=At-Risk+High-Value&risk=0.6-1&offer=no-such-offer',
  });
  await opened.page.locator('clv-filters strong').waitFor();
  agrees(
    await shown(opened),
    expected((row) => atRisk(row) && column('p_churn')[row] >= 0.6),
  );
  await opened.close();
});

it('a filter is told to the page around', async () => {
  const { page, close } = await openRun(folder);
  await page.getByRole('button', { name: 'VIPs' }).waitFor();
  const told = page.evaluate(
    () =>
      new Promise((heard) =>
        document.addEventListener('clv-filter-change', (event) => heard((event as CustomEvent).detail)),
      ),
  );
  await page.getByRole('button', { name: 'VIPs' }).click();
  expect(await told).toEqual({ segments: ['VIPs'], offers: [], risk: null });
  await close();
});
