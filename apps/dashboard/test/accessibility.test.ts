import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';
import type {} from '../src/index.js';
import { madeUpRun, writeRun } from './made-up-run.js';
import { closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const folder = writeRun(madeUpRun());
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the page, in lines that say where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run({
      rules: { 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
    );
  });
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('axe finds no fault, with everything open and something filtered', async () => {
    const { page, close } = await openRun(folder, {
      colorScheme,
      hash: '#segment=VIPs&segment=Steady+Users',
    });
    await page.locator('clv-chart svg').nth(8).waitFor();
    await page.getByRole('button', { name: 'Everyone' }).click();
    await page.locator('clv-table tbody tr').first().click();
    for (const details of await page.locator('details').all())
      await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
    const found = await violations(page);
    await close();
    expect(found).toEqual([]);
  });
});

const alone = [
  'clv-kpis',
  'clv-filters',
  'clv-segments',
  'clv-risk-histogram',
  'clv-risk-by-segment',
  'clv-value-by-segment',
  'clv-offers',
  'clv-frontier',
  'clv-policies',
  'clv-uplift-curve',
  'clv-calibration',
  'clv-outreach',
  'clv-what-if',
  'clv-customer',
];

describe.each(['light', 'dark'] as const)('each component alone, in %s', (colorScheme) => {
  it('has no fault by axe, with data, while loading, and without data', async () => {
    const { page, close } = await openRun(folder, { colorScheme });
    await page.locator('clv-frontier svg').waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate(async (names) => {
      const dashboard = document.querySelector('clv-dashboard')!;
      const { run } = dashboard;
      run!.selected = 0;
      const home = document.createElement('main');
      // The ground of a page that follows the system, which axe takes to be white.
      home.style.background = 'Canvas';
      const heading = document.createElement('h1');
      heading.textContent = 'Alone';
      dashboard.replaceWith(home);
      const faults: string[] = [];
      for (const name of names)
        for (const state of ['data', 'loading', 'missing'] as const) {
          const element = document.createElement(name) as HTMLElementTagNameMap['clv-kpis'];
          if (state === 'data') element.data = run;
          if (state === 'loading') element.src = 'run/';
          if (state === 'missing') element.data = { nothing: [] };
          home.replaceChildren(heading, element);
          await element.updateComplete;
          if (state === 'data') await new Promise((drawn) => setTimeout(drawn, 60));
          const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(
            home,
          );
          faults.push(
            ...violations.flatMap(({ id, nodes }) =>
              nodes.map(({ target }) => `${name}, ${state}: ${id} at ${target.join(' ')}`),
            ),
          );
          const said = element.shadowRoot!.querySelector('[role="alert"]')?.textContent ?? '';
          if ((state === 'missing') !== said.startsWith('Nothing can be shown: the results lack'))
            faults.push(`${name}, ${state}: says ${said}`);
        }
      return faults;
    }, alone);
    await close();
    expect(found).toEqual([]);
  });
});

it('what has the focus is never covered by the filters that stay in sight', async () => {
  const { page, close } = await openRun(folder, { width: 940, height: 600, hash: '#customer=C00001' });
  await page.locator('clv-chart svg').nth(8).waitFor();
  await page.locator('.notices summary').focus();
  const covered: string[] = [];
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press('Shift+Tab');
    const name = await page.evaluate(() => {
      const bar = document.querySelector('clv-dashboard')!.shadowRoot!.querySelector('clv-filters')!;
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body || bar.shadowRoot!.contains(element)) return '';
      const isCovered = element.getBoundingClientRect().top < bar.getBoundingClientRect().bottom;
      return isCovered && getComputedStyle(bar).position === 'sticky' ? element.textContent!.trim() : '';
    });
    if (name !== '') covered.push(name);
  }
  await close();
  expect(covered).toEqual([]);
});

it('what a slider or a search changes is heard: what offers gain, and how many are found', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-table tbody tr').first().waitFor();
  const heard = page.locator('[aria-live="polite"]');
  await page.getByLabel('Find by id').fill('C00001');
  await heard.filter({ hasText: /^(1 customer|Nobody) to call first/ }).waitFor();
  await page.getByLabel('Keeps, of would-be leavers, 10% discount, slider').press('ArrowRight');
  await heard.filter({ hasText: /^These offers gain/ }).waitFor();
  await close();
});

it('everything that can be clicked can be reached by Tab', async () => {
  const { page, close } = await openRun(folder, { hash: '#segment=At-Risk+High-Value&customer=C00001' });
  await page.locator('clv-chart svg').nth(8).waitFor();
  const reached = new Set<string>();
  for (let presses = 0; presses < 140; presses++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element && element !== document.body
        ? (element.getAttribute('aria-label') ?? element.textContent!.trim().replace(/\s+/g, ' '))
        : '';
    });
    if (name === '' && presses > 5) break;
    reached.add(name);
  }
  await close();
  for (const name of [
    'VIPs',
    'Show all',
    '10% discount',
    'Probability of leaving, to, in percent',
    'Show data',
    'Save chart as SVG',
    'Save chart as PNG',
    'Add offer',
    'Discount, 10% discount',
    'Discount, 10% discount, slider',
    'Keep scenario',
    'Find by id',
    'Everyone',
    'Columns',
    'Copy',
    'Download CSV',
    'Customers',
    'Risk',
    'Close',
    'How these figures came about',
  ])
    expect([...reached]).toContain(name);
});

it('shows what is pressed, opened and walked to where a page may not choose its colors', async () => {
  const { page, close } = await openRun(folder);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('clv-table tbody tr').first().waitFor();
  await page.locator('clv-filters button', { hasText: 'VIPs' }).click();
  await page.getByRole('button', { name: 'Everyone' }).click();
  await page.locator('clv-table tbody tr').nth(2).click();
  await page.locator('clv-table table').focus();
  await page.keyboard.press('ArrowDown');
  const ground = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const color = (dot: string) =>
    page
      .locator(dot)
      .first()
      .evaluate((element: HTMLElement) => element.style.backgroundColor);
  const selected = await page.evaluate(() => {
    document.body.style.cssText = 'forced-color-adjust: none; background: SelectedItem';
    return getComputedStyle(document.body).backgroundColor;
  });
  for (const shown of [
    'clv-filters button[aria-pressed="true"]',
    'clv-outreach button[aria-pressed="true"]',
    'clv-table tr[aria-selected="true"] td',
  ])
    expect(await ground(shown)).toBe(selected);
  expect(await ground('clv-filters button[aria-pressed="false"]')).not.toBe(selected);
  expect(await ground('clv-filters .dot')).toBe(await color('clv-filters .dot'));
  const outline = (row: string) =>
    page.locator(row).evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline('clv-table tr.active')).toBe('solid');
  expect(await outline('clv-table tr[aria-selected="true"]')).toBe('none');
  await close();
});
