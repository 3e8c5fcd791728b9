import { inflateSync } from 'node:zlib';

import { formatMoney, formatPercent, themeColors } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';
import { madeUpRecord, madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun, picture } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun();
const folder = writeRun(run);

describe('the dashboard over a run', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openRun(folder);
    await opened.page.locator('clv-chart svg').nth(8).waitFor();
  });
  afterAll(() => opened.close());

  it.each([
    'total_potential_value',
    'baseline_retention_value',
    'optimized_retention_value',
    'net_gain',
    'roi',
  ] satisfies (keyof RunSummary)[])('shows %s as summary.json has it', async (name) => {
    const shown = opened.page.locator(`[data-kpi="${name}"]`);
    expect(Number(await shown.getAttribute('data-value'))).toBe(run.summary[name]);
    expect(await shown.textContent()).toMatch(/\d/);
  });

  it('says what the offers return as the report does, and that it is spent of the budget where there is one', async () => {
    const { roi, offer_spend } = run.summary;
    expect((await opened.page.locator('[data-kpi="roi"]').innerText()).trim()).toBe(formatPercent(roi!));
    const note = (page: WatchedPage['page']) =>
      page.locator('clv-kpis .kpi').last().locator('.small').innerText();
    expect(await note(opened.page)).toMatch(/^\$\S+ spent on/);
    const summary = { ...run.summary, budget: 20_000 };
    const { page, close } = await openRun(writeRun({ ...run, summary }));
    await page.locator('clv-kpis .kpi').first().waitFor();
    expect(await note(page)).toContain(`${formatMoney(offer_spend)} of $20.0K spent on`);
    await page.getByRole('button', { name: 'VIPs' }).click();
    await page.locator('clv-filters').getByRole('button', { name: 'Show all' }).waitFor();
    expect(await note(page)).not.toContain('$20.0K');
    await close();
  });

  it('has room for the greatest number in each of the fields of risk', async () => {
    for (const field of await opened.page.locator('clv-filters input').all()) {
      await field.evaluate((input: HTMLInputElement) => (input.value = '100'));
      expect(await field.evaluate((input) => input.scrollWidth - input.clientWidth)).toBeLessThanOrEqual(0);
    }
  });

  it('draws nine charts, each with its finding as title', async () => {
    const titles = await opened.page.locator('clv-chart h2').allTextContents();
    expect(titles).toHaveLength(9);
    for (const title of titles) expect(title).toMatch(/\d+%|\$|\d points/);
  });

  it('sets its policy beside the rules, the best on top', async () => {
    const policies = opened.page.locator('clv-policies');
    expect(await policies.locator('h2').innerText()).toMatch(/^Ours gains \$.*, the best simple rule \$.*$/);
    const named = await policies.locator('tbody td:first-child').allTextContents();
    expect(named).toEqual([
      'Ours',
      'Likeliest to leave first',
      'Nobody gets an offer',
      'Everyone gets 5% discount',
    ]);
  });

  it('judges learned effects: a Qini with its interval for each offer, and what speaks against it', async () => {
    const uplift = opened.page.locator('clv-uplift-curve');
    expect(await uplift.locator('svg text').allTextContents()).toContain(
      '10% discount: Qini 0.06 (0.01 to 0.10)',
    );
    expect(await uplift.locator('h2').innerText()).toMatch(/^10% discount for the 30% it changes most keeps/);
    expect(await uplift.locator('.concern').innerText()).toBe('Beware: age differs between the arms');
  });

  it('works under a strict policy, with no error and no request to another origin', () => {
    expect(opened.complaints).toEqual([]);
  });
});

it.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { width: 360, height: 740 }],
  ['wide', { width: 1920, height: 1000 }],
] as const)('fits its window: %s', async (name, view) => {
  const { page, close } = await openRun(folder, view);
  await page.locator('clv-chart svg').nth(8).waitFor();
  await picture(page, name);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await close();
  expect(overflow).toBeLessThanOrEqual(0);
});

it('is printed light and without controls, also where the system is dark', async () => {
  const { page, close } = await openRun(folder, { colorScheme: 'dark', hash: '#segment=VIPs' });
  await page.locator('clv-chart svg').nth(8).waitFor();
  await page.emulateMedia({ media: 'print' });
  const name = page.locator('clv-segments svg text', { hasText: 'VIPs' });
  const title = page.locator('clv-outreach h2');
  const tooWide = await page
    .locator('clv-chart .plot')
    .evaluateAll((plots) => plots.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1));
  expect(tooWide).toEqual([]);
  expect(await title.evaluate((text) => getComputedStyle(text).color)).toBe('rgb(26, 30, 36)');
  expect(await name.evaluate((text) => getComputedStyle(text).fill)).toBe('rgb(26, 30, 36)');
  for (const hidden of ['Show data', 'Add offer', 'Everyone'])
    expect(await page.getByText(hidden, { exact: true }).first().isVisible()).toBe(false);
  expect(await page.locator('clv-filters').getByText('VIPs').isVisible()).toBe(true);
  await close();
});

/** Every colour that the drawings of a PDF are painted in. */
function coloursOf(pdf: Buffer): string[] {
  const parts = (colour: RegExpExecArray) => colour.slice(1).map((part) => Math.round(255 * Number(part)));
  const drawings = [...pdf.toString('latin1').matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(
    ([, bytes]) => {
      try {
        return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
      } catch {
        return ''; // a font
      }
    },
  );
  return [...drawings.join('\n').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)].map(
    (colour) => `#${Buffer.from(parts(colour)).toString('hex')}`,
  );
}

it('is printed in no colour of the dark, though no chart is drawn anew for a sheet', async () => {
  const { page, close } = await openRun(folder, { colorScheme: 'dark' });
  await page.locator('clv-chart svg').nth(8).waitFor();
  const painted = coloursOf(await page.pdf());
  await close();
  const { background: _, ...dark } = themeColors.dark;
  expect(painted).toEqual(expect.arrayContaining([themeColors.light.accent, themeColors.light.ink]));
  expect(Object.values(dark).filter((colour) => painted.includes(colour))).toEqual([]);
});

it('prints the list as it is searched and ordered, up to 200, and says how many more there are', async () => {
  const { page, complaints, close } = await openRun(folder, { hash: '#scope=everyone&order=-p_churn' });
  await page.locator('clv-table tbody tr').first().waitFor();
  const rows = page.locator('clv-table tbody tr');
  const [first, inSight] = [await rows.first().innerText(), await rows.count()];
  await page.emulateMedia({ media: 'print' });
  await rows.nth(199).waitFor();
  expect(await rows.count()).toBe(200);
  expect(await rows.first().innerText()).toBe(first);
  const customers = run.summary.customers.toLocaleString('en-US');
  expect(await page.locator('clv-outreach .printed').innerText()).toBe(
    `The first 200 of ${customers}; the CSV holds all of them.`,
  );
  await page.emulateMedia({ media: 'screen' });
  await page.locator('clv-table .scroll').waitFor();
  expect(await rows.count()).toBe(inSight);
  expect(await page.locator('clv-outreach .printed').isVisible()).toBe(false);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(5);
  expect(complaints).toEqual([]);
  await close();
});

it('leaves no place of its grid empty, whatever the number of charts', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-chart svg').nth(8).waitFor();
  const places = await page.locator('clv-dashboard .charts').evaluate((grid) =>
    Array.from(grid.children, (chart) => {
      const { top, right } = chart.getBoundingClientRect();
      return { top, gap: grid.getBoundingClientRect().right - right };
    }),
  );
  const lasts = places.filter(({ top }, i) => places[i + 1]?.top !== top);
  expect(lasts.length).toBeGreaterThan(2);
  for (const { gap } of lasts) expect(Math.abs(gap)).toBeLessThan(1);
  await close();
});

it('leaves out policies, uplift and calibration of an older run, which tells nothing of them', async () => {
  const { page, complaints, close } = await openRun(writeRun(run, madeUpRecord, {}));
  await page.locator('clv-frontier svg').waitFor();
  expect(await page.locator('clv-chart').count()).toBe(6);
  expect(await page.locator('clv-policies, clv-uplift-curve, clv-calibration').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

it('names in place of policies, uplift and calibration the documents that are of another shape', async () => {
  const evidence = {
    'policies.json': [{ policy: 7 }],
    'churn_report.json': [],
    'uplift.json': { offers: [{}] },
    'reasons.json': null,
  };
  const { page, complaints, close } = await openRun(writeRun(run, madeUpRecord, evidence));
  await page.locator('clv-frontier svg').waitFor();
  const told = await page.locator('.charts [role="status"]').allInnerTexts();
  expect(told.map((text) => text.match(/\w+\.json/)![0])).toEqual([
    'policies.json',
    'uplift.json',
    'churn_report.json',
  ]);
  expect(await page.locator('clv-chart').count()).toBe(6);
  expect(complaints).toEqual([]);
  await close();
});
