import { renameSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

/** What has the keyboard: the names of the elements down to it, and what it is called. */
const holder = (page: Page) =>
  page.evaluate(() => {
    const names: string[] = [];
    for (let held = document.activeElement; held; held = held.shadowRoot?.activeElement ?? null)
      names.push(
        held.getAttribute('aria-label') ?? (held.shadowRoot ? held.localName : held.textContent.trim()),
      );
    return names.join(' > ');
  });

describe('the keyboard, where the button that it pressed is gone', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openRun(writeRun(madeUpRun(200)));
    await opened.page.locator('clv-what-if').getByRole('button', { name: 'Keep scenario' }).waitFor();
  });
  afterAll(() => opened.close());

  async function press(part: string, name: string): Promise<void> {
    const button = opened.page.locator(part).getByRole('button', { name, exact: true });
    await button.press('Enter');
    await opened.page.waitForFunction(
      ([tag, label]) => {
        const { shadowRoot } = document.querySelector('clv-dashboard')!.shadowRoot!.querySelector(tag)!;
        const buttons = [...shadowRoot!.querySelectorAll('button')].filter(
          (each) => (each.ariaLabel ?? each.textContent.trim()) === label,
        );
        return buttons.every(({ disabled }) => disabled);
      },
      [part, name],
    );
  }

  it.each([
    ['Show all', 'clv-filters', 'VIPs', 'Probability of leaving, to, in percent'],
    ['Remove', 'clv-what-if', 'Add offer', 'Remove 10% discount'],
    ['Reset', 'clv-what-if', '', 'Add offer'],
    ['Drop', 'clv-what-if', 'Keep scenario', 'Show As run'],
  ])('of %s is on the control before it', async (name, part, first, next) => {
    if (first) await opened.page.locator(part).getByRole('button', { name: first }).click();
    const label = { Remove: 'Remove Offer 1', Drop: 'Drop Scenario 1' }[name] ?? name;
    await press(part, label);
    expect(await holder(opened.page)).toBe(`clv-dashboard > ${part} > ${next}`);
  });
});

it('the keyboard stays on a dashboard that is tried again, in vain and then not', async () => {
  const folder = writeRun(madeUpRun(20));
  const [summary, away] = ['summary.json', 'away.json'].map((name) => join(folder, name));
  renameSync(summary, away);
  const { page, close } = await openRun(folder);
  const again = page.getByRole('button', { name: 'Try again' });
  await again.press('Enter');
  await again.waitFor();
  expect(await holder(page)).toBe('clv-dashboard');
  renameSync(away, summary);
  await page.keyboard.press('Tab');
  expect(await holder(page)).toBe('clv-dashboard > Try again');
  await page.keyboard.press('Enter');
  await page.locator('clv-kpis').waitFor();
  expect(await holder(page)).toBe('clv-dashboard');
  await page.keyboard.press('Tab');
  expect(await holder(page)).toMatch(/^clv-dashboard > clv-filters > /);
  await close();
});
