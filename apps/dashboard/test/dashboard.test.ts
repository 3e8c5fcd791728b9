import type { RunSummary } from '@clv/contracts';
import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun, picture } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun();
const folder = writeRun(run);

describe('the dashboard over a run', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openRun(folder);
    await opened.page.locator('clv-chart svg').nth(5).waitFor();
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

  it('draws six charts, each with its finding as title', async () => {
    const titles = await opened.page.locator('clv-chart h2').allTextContents();
    expect(titles).toHaveLength(6);
    for (const title of titles) expect(title).toMatch(/\d+%|\$/);
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
  await page.locator('clv-chart svg').nth(5).waitFor();
  await picture(page, name);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await close();
  expect(overflow).toBeLessThanOrEqual(0);
});
