import { readFile } from 'node:fs/promises';

import { madeUpEvidence, madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun(5000, 3);
const folder = writeRun(run);
const { customer_id: ids, p_churn: risk, clv, churned } = run.columns as Record<string, never[]>;

const toCall = Array.from(ids.keys())
  .filter((row) => risk[row] > 0.5 && churned[row] !== 1)
  .sort((a, b) => clv[b] - clv[a]);

const toCallIds = toCall.map((row) => ids[row]);

describe('the outreach list', () => {
  let opened: WatchedPage;
  beforeEach(async () => {
    opened = await openRun(folder);
    await opened.page.locator('clv-table tbody tr').first().waitFor();
  });
  afterEach(() => opened.close());

  const firstIds = () => opened.page.locator('clv-table tbody tr td:first-child').allInnerTexts();

  it('holds those likelier to leave than to stay who are still customers, the most valuable first', async () => {
    expect((await firstIds()).slice(0, 10)).toEqual(toCall.slice(0, 10).map((row) => ids[row]));
    expect(await opened.page.locator('clv-table table').getAttribute('aria-rowcount')).toBe(
      String(toCall.length + 1),
    );
  });

  it('draws only what is in sight, and the end when scrolled there', async () => {
    await opened.page.locator('clv-table .scroll').evaluate((scroller) => scroller.scrollTo(0, 1e9));
    const last = ids[toCall.at(-1)!];
    await opened.page.getByRole('gridcell', { name: last, exact: true }).waitFor();
    expect((await firstIds()).length).toBeLessThan(20);
  });

  it('is ordered by a click on a head, and the other way by a second', async () => {
    const head = opened.page.locator('clv-table').getByRole('button', { name: /Risk/ });
    await head.click();
    const byRisk = toCall.toSorted((a, b) => risk[b] - risk[a]);
    expect((await firstIds())[0]).toBe(ids[byRisk[0]]);
    await head.click();
    expect((await firstIds())[0]).toBe(ids[byRisk.at(-1)!]);
  });

  it('is ordered by keyboard, and has the keyboard back when a customer is closed', async () => {
    const { page } = opened;
    await page.getByRole('grid').focus();
    for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    const byRisk = toCall.toSorted((a, b) => risk[b] - risk[a]);
    expect((await firstIds())[0]).toBe(ids[byRisk[0]]);
    expect(await page.locator('clv-customer').count()).toBe(0);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('clv-customer h2', { hasText: `${ids[byRisk[1]]}:` }).waitFor();
  });

  it('folds its choice of columns away by Escape, and by a press anywhere else', async () => {
    const { page } = opened;
    const choices = page.locator('clv-outreach .choices');
    const columns = page.getByText('Columns', { exact: true });
    await columns.click();
    await choices.getByLabel('Cost').click();
    await page.keyboard.press('Escape');
    await choices.waitFor({ state: 'hidden' });
    await columns.click();
    await choices.waitFor();
    await page.locator('clv-outreach h2').click();
    await choices.waitFor({ state: 'hidden' });
  });

  it('leaves out who is held out of the campaign, whom a call would spoil for its measurement', async () => {
    const held = madeUpRun(200, 3);
    const columns = held.columns as Record<string, unknown[]>;
    held.summary.holdout = { held_out: 100, gain_forgone: 1 } as never;
    columns.campaign_group = Array.from(ids.slice(0, 200), (_, row) => (row % 2 ? 'held_out' : 'treated'));
    const callable = Array.from(columns.customer_id.keys()).filter(
      (row) => (columns.p_churn[row] as number) > 0.5 && columns.churned[row] !== 1 && row % 2 === 0,
    );
    const { page, close } = await openRun(writeRun(held));
    await page.locator('clv-table tbody tr').first().waitFor();
    expect(await page.locator('clv-table table').getAttribute('aria-rowcount')).toBe(
      String(callable.length + 1),
    );
    await page.getByText('still customers, not held out').waitFor();
    await close();
    const everyone = opened.page.locator('clv-outreach header p');
    expect(await everyone.innerText()).toMatch(/still customers$/);
  });

  it('says of a customer who is held out that an offer was planned', async () => {
    const held = madeUpRun(200, 3);
    const columns = held.columns as Record<string, unknown[]>;
    columns.planned_incentive = Array.from(columns.recommended_incentive, () => 'discount_10');
    const { page, close } = await openRun(writeRun(held));
    const offers = columns.recommended_incentive;
    const idOf = (offer: string) => (columns.customer_id as string[])[offers.indexOf(offer)];
    await page.getByRole('button', { name: 'Everyone' }).click();
    const [of, plan] = [page.locator('clv-customer header p'), /held out of 10% discount, to measure/];
    for (const [offer, said] of [
      ['none', plan],
      ['discount_10', /10% discount recommended/],
    ] as const) {
      await page.getByLabel('Find by id').fill(idOf(offer));
      await page.locator('clv-table tbody tr').first().click();
      await of.filter({ hasText: said }).waitFor();
    }
    await close();
  });

  it('speaks of one customer as of one, and of none without blaming the filter', async () => {
    const title = opened.page.locator('clv-outreach h2');
    await opened.page.getByLabel('Find by id').fill(ids[toCall[0]]);
    await title.filter({ hasText: /^1 customer to call first/ }).waitFor();
    await opened.page.getByRole('button', { name: 'Everyone' }).click();
    await title.filter({ hasText: /^1 customer, worth/ }).waitFor();
    const calm = madeUpRun(40);
    calm.columns.p_churn.fill(0.1);
    const { page, close } = await openRun(writeRun(calm));
    await page.locator('clv-outreach [role="status"]', { hasText: '“Everyone” lists all' }).waitFor();
    await page.locator('clv-filters').getByRole('button', { name: 'VIPs' }).click();
    await page.locator('clv-outreach [role="status"]', { hasText: 'or press “Everyone”' }).waitFor();
    await page.getByLabel('Find by id').fill('nobody');
    await page.locator('clv-outreach [role="status"]', { hasText: 'clear the search' }).waitFor();
    await close();
  });

  it('finds a customer by id among everyone', async () => {
    await opened.page.getByRole('button', { name: 'Everyone' }).click();
    await opened.page.getByLabel('Find by id').fill('c0123');
    expect(await firstIds()).toEqual(
      Array.from({ length: 10 }, (_, i) => `C0123${i}`)
        .filter((id) => ids.includes(id as never))
        .sort((a, b) => clv[ids.indexOf(b as never)] - clv[ids.indexOf(a as never)]),
    );
  });

  it('shows a column of the caller on request, and hides one of the run', async () => {
    await opened.page.getByText('Columns', { exact: true }).click();
    await opened.page.getByLabel('plan').check();
    expect(await opened.page.locator('clv-table thead').innerText()).toContain('plan');
    await opened.page.getByLabel('Cost', { exact: true }).uncheck();
    expect(await opened.page.locator('clv-table thead').innerText()).not.toContain('Cost');
  });

  it('is in the address: search, scope, order and columns come back from it', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Everyone' }).click();
    await page.locator('clv-table').getByRole('button', { name: /Risk/ }).click();
    await page.getByText('Columns', { exact: true }).click();
    await page.getByLabel('plan').check();
    await page.getByLabel('Find by id').fill('c012');
    await page.waitForURL(/search=c012/);
    const shown = await firstIds();
    const again = await openRun(folder, { hash: new URL(page.url()).hash });
    await again.page.locator('clv-table tbody tr').first().waitFor();
    const ids = again.page.locator('clv-table tbody tr td:first-child');
    expect(await ids.allInnerTexts()).toEqual(shown);
    expect(await again.page.locator('clv-table thead').innerText()).toMatch(/plan/);
    await again.page.evaluate(() => (location.hash = 'order=no_such_column&column=nor_this'));
    await again.page.waitForFunction(
      (first) =>
        document
          .querySelector('clv-dashboard')!
          .shadowRoot!.querySelector('clv-outreach')!
          .shadowRoot!.querySelector('clv-table')!
          .shadowRoot!.querySelector('tbody td')!
          .textContent.trim() === first,
      toCallIds[0],
    );
    expect(again.complaints).toEqual([]);
    await again.close();
  });

  it('is walked by keyboard; Enter opens a customer', async () => {
    await opened.page.getByRole('grid').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'End', 'Home', 'PageDown', 'ArrowUp', 'Enter'])
      await opened.page.keyboard.press(key);
    const selected = opened.page.locator('clv-table tr[aria-selected="true"] td:first-child');
    expect(await selected.innerText()).toBe(ids[toCall[11]]);
    expect(opened.page.url()).toContain(`customer=${ids[toCall[11]]}`);
  });

  it('opens a customer: risk, every offer, what is known of them; and closes', async () => {
    await opened.page.locator('clv-table tbody tr').nth(2).click();
    const row = toCall[2];
    const panel = opened.page.locator('clv-customer section');
    expect(await panel.locator('h2').first().innerText()).toBe(
      `${ids[row]}: ${(risk[row] * 100).toFixed(1)}% likely to leave`,
    );
    await panel.locator('svg').first().waitFor();
    expect(await panel.locator('clv-chart').first().locator('tbody tr').count()).toBe(3);
    expect(await panel.locator('dl').innerText()).toContain('tenure months');
    await opened.page.getByRole('button', { name: 'Close' }).click();
    expect(await panel.count()).toBe(0);
    expect(opened.page.url()).not.toContain('customer');
  });

  const opensAt = async (id: string) => {
    await opened.page.evaluate((name) => (location.hash = `customer=${name}`), id);
    const panel = opened.page.locator('clv-customer section');
    await panel.locator('h2', { hasText: `${id}:` }).waitFor();
    return panel;
  };

  it('says what moves the risk of a customer, step by step where the run tells all of it', async () => {
    const [all, strongest] = madeUpEvidence(run)['reasons.json'];
    const explained = await opensAt(ids[0]);
    const waterfall = explained.locator('clv-chart', { hasText: 'raises the risk' });
    const steps = await waterfall.locator('tbody tr td:first-child').allTextContents();
    expect(steps).toEqual([
      'Average customer',
      ...all.explanation!.reasons.map(({ value }) => value),
      'All else',
      'Held-out correction',
      'This customer',
    ]);
    expect(await (await opensAt(ids[1])).locator('li').allInnerTexts()).toEqual(strongest.reasons);
    expect(await (await opensAt(ids[2])).locator('[role="status"]').innerText()).toMatch(/No reasons/);
  });

  it('shows when a customer is worth what: the months add up to the value', async () => {
    const panel = await opensAt(ids[5]);
    const chart = panel.locator('clv-chart', { hasText: 'over 12 months' });
    const cells = await chart.locator('tbody tr').last().locator('td').allTextContents();
    const value = Number(clv[5]).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    expect([cells[0], cells[2]]).toEqual(['12', value]);
  });

  it('is saved whole as CSV, every column, in its order', async () => {
    const download = opened.page.waitForEvent('download');
    await opened.page.getByRole('button', { name: 'Download CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('priority_outreach.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    // By the mark before it Excel knows that names are in UTF-8.
    expect(lines[0]).toBe(`\ufeff${Object.keys(run.columns).join(',')}`);
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(toCall.map((row) => ids[row]));
    expect(Number(lines[1].split(',')[Object.keys(run.columns).indexOf('clv')])).toBe(clv[toCall[0]]);
  });

  it('is copied cell by cell, as a spreadsheet pastes it, and says so until it is another list', async () => {
    const { page } = opened;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    const copied = page.getByRole('button', { name: 'Copy ✓' });
    await copied.waitFor();
    const [head, first] = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
    expect(head.split('\t')).toEqual(Object.keys(run.columns));
    expect(first.split('\t')[0]).toBe(ids[toCall[0]]);
    await page.getByRole('button', { name: 'Everyone' }).click();
    await copied.waitFor({ state: 'hidden' });
  });

  it('says so where the browser lets nothing be copied', async () => {
    const { page } = opened;
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copy ✗' }).waitFor();
  });

  it('shows on a phone whom to call with which offer, without scrolling', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 360, height: 740 });
    const cells = page.locator('clv-table tbody tr').first().locator('td');
    const offer = (await cells.nth(4).locator('.dot').boundingBox())!;
    expect(offer.x + offer.width).toBeLessThan(330);
    for (const name of [1, 4])
      expect(
        await cells
          .nth(name)
          .evaluate((cell) =>
            [cell, cell.querySelector('.named')!].map((box) => [
              box.scrollWidth - box.clientWidth,
              box.scrollHeight - box.clientHeight,
            ]),
          ),
      ).toEqual([
        [0, 0],
        [0, 0],
      ]);
    expect(await cells.nth(4).evaluate((cell) => cell.getBoundingClientRect().height)).toBe(32);
    expect(await cells.first().evaluate((id) => id.scrollWidth - id.clientWidth)).toBe(0);
  });
});
