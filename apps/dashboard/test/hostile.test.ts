import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { payloads, writeHostileRun } from './hostile-run.js';
import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';
import { temporaryFolder } from './temporary-folder.js';

afterAll(closeBrowser);

/** Elements and handlers that no component makes, wherever they are. */
const foreignElements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const never = ['iframe', 'img', 'script', 'math', 'mtext', 'object', 'embed'];
    const found: string[] = [];
    const look = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        if (never.includes(element.localName) && root !== document) found.push(element.localName);
        for (const { name } of element.attributes) if (name.startsWith('on')) found.push(name);
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    return found;
  });

describe('a run whose every text is an attack', () => {
  let opened: WatchedPage;
  beforeAll(async () => {
    opened = await openRun(writeHostileRun(), {
      hash: `#customer=${encodeURIComponent(`${payloads[1]} 1`)}&segment=${encodeURIComponent(payloads[2])}`,
    });
    const { page } = opened;
    await page.locator('clv-chart svg').nth(4).waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    // Each click draws the charts again, with and without what a name could confuse.
    for (let click = 0; click < 3; click++)
      await page.locator('clv-filters').getByRole('button', { name: '__proto__', exact: true }).click();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Everyone' }).click();
    for (const details of await page.locator('details').all())
      await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
    for (const chart of await page.locator('clv-chart .plot').all()) await chart.hover();
    await page.locator('clv-table tbody tr').first().click();
    for (const row of [1, 0]) {
      const id = `${payloads[row]} ${row}`;
      await page.evaluate((hash) => (location.hash = hash), `customer=${encodeURIComponent(id)}`);
      await page.locator('clv-customer h2', { hasText: id }).first().waitFor();
    }
  });
  afterAll(() => opened.close());

  it('runs no script', async () => {
    expect(await opened.page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('puts no element of its own into the page', async () => {
    expect(await foreignElements(opened.page)).toEqual([]);
  });

  it('is shown as the text that it is', async () => {
    const cells = await opened.page.locator('clv-table td:first-child').allInnerTexts();
    expect(cells.some((cell) => cell.includes('<script>window.hacked=1</script>'))).toBe(true);
    const script = '<script>window.hacked=1</script>';
    for (const [shown, text] of [
      ['clv-segments svg text', script],
      ['clv-policies td', `Everyone gets ${script}`],
      ['clv-customer clv-chart td', script],
      ['clv-uplift-curve td', script],
      ['clv-uplift-curve .small', `Beware: ${script}`],
    ])
      expect(await opened.page.locator(shown).allTextContents()).toContain(text);
  });

  it('breaks no policy and asks nobody else for anything', () => {
    expect(opened.complaints).toEqual([]);
  });
});

it('each component alone, from the standalone script, shows such a run as text and breaks no strict policy', async () => {
  const site = temporaryFolder();
  copyFileSync('dist/clv-dashboard.standalone.js', join(site, 'clv.js'));
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as {
    modules: { declarations: { tagName?: string; attributes?: { name: string }[] }[] }[];
  };
  const tags = modules
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ tagName, attributes = [] }) =>
      tagName && attributes.some(({ name }) => name === 'src') ? [tagName] : [],
    );
  expect(tags.length).toBeGreaterThan(13);
  const elements = tags.map((tag) => `<${tag} src="run/"></${tag}>`).join('\n');
  writeFileSync(
    join(site, 'index.html'),
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="clv.js"><script src="clv.js" defer></script>${elements}`,
  );
  const { page, complaints, close } = await openRun(writeHostileRun(), { site });
  for (const tag of tags)
    if (tag !== 'clv-customer')
      await page
        .locator(`${tag} >> :is(h2, dl, strong, [role="status"]:not(:text("Loading…")))`)
        .first()
        .waitFor({ state: 'attached' });
  for (const tag of ['clv-segments', 'clv-frontier', 'clv-policies', 'clv-uplift-curve', 'clv-calibration'])
    await page.locator(`${tag} >> svg`).first().waitFor();
  const run = await page.waitForFunction(() => document.querySelector('clv-customer')!.run);
  await run.evaluate((shown) => (shown!.selected = 0));
  await page.locator('clv-customer svg').nth(2).waitFor();
  expect(await foreignElements(page)).toEqual([]);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});

it('cells that a spreadsheet would run are disarmed in the saved file, numbers left as they are', async () => {
  const { columns, summary } = madeUpRun(20);
  const leads = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
  columns.plan = columns.plan.map((_, row) =>
    row < leads.length ? `${leads[row]}cmd|' /C calc'!A0` : 'plain',
  );
  columns.balance = columns.plan.map(() => -5.25);
  const { page, close } = await openRun(writeRun({ columns, summary }));
  await page.getByRole('button', { name: 'Everyone' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  await close();
  for (const lead of leads) expect(text).toContain(`'${lead}cmd|`);
  expect(text).not.toMatch(/(^|,)"?[=+\-@\t＝＋－＠]cmd/m);
  expect(text.match(/,-5\.25\r\n/g)).toHaveLength(20);
});
