import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from 'playwright-core';
import { madeUpRun, writeRun } from './made-up-run.js';
import { closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const folder = writeRun(madeUpRun());
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the page, in lines that say where. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
    );
  });
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('axe finds nothing to mend, with everything open and something filtered', async () => {
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

it('everything that can be clicked can be reached by Tab', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-chart svg').nth(8).waitFor();
  const reached = new Set<string>();
  for (let presses = 0; presses < 80; presses++) {
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
    '10% discount',
    'Probability of leaving, to, in percent',
    'Show data',
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
    'How these figures came about',
  ])
    expect([...reached]).toContain(name);
});
