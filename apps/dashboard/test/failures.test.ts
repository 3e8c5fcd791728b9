import { copyFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { table } from 'arquero';
import { madeUpRun, writeRun } from './made-up-run.js';
import { closeBrowser, openRun } from './page.js';
import { temporaryFolder } from './temporary-folder.js';

afterAll(closeBrowser);

const run = madeUpRun(50);
const arrow = 'retention_results.arrow';

const spoilt: [what: string, says: RegExp, spoil: (folder: string) => void][] = [
  [
    'no results',
    /there is no retention_results\.arrow in the run folder: run `clv run` first/,
    (folder) => rmSync(join(folder, arrow)),
  ],
  [
    'no summary',
    /there is no summary\.json in the run folder/,
    (folder) => rmSync(join(folder, 'summary.json')),
  ],
  ['empty results', /retention_results\.arrow is empty/, (folder) => truncateSync(join(folder, arrow))],
  [
    'results cut short',
    /retention_results\.arrow is not a whole Arrow file/,
    (folder) => truncateSync(join(folder, arrow), 900),
  ],
  [
    'results that are something else',
    /retention_results\.arrow is not a whole Arrow file/,
    (folder) => writeFileSync(join(folder, arrow), 'PAR1 and then some text that is no table at all'),
  ],
  [
    'results of something else',
    /the results lack the columns customer_id, segment_label, p_churn, clv/,
    (folder) => writeFileSync(join(folder, arrow), table({ a: [1] }).toArrowIPC() as Uint8Array),
  ],
  [
    'a summary cut short',
    /summary\.json is not whole/,
    (folder) => truncateSync(join(folder, 'summary.json'), 40),
  ],
  [
    'a summary of something else',
    /summary\.json is not a run's summary/,
    (folder) => writeFileSync(join(folder, 'summary.json'), '[]'),
  ],
  [
    'a summary from the future',
    /summary\.json has version 2, this dashboard reads 1/,
    (folder) => writeFileSync(join(folder, 'summary.json'), '{"format":"clv-summary","version":2}'),
  ],
  [
    'a summary with holes',
    /summary\.json lacks customers, .*notices, columns\.id/,
    (folder) => writeFileSync(join(folder, 'summary.json'), '{"format":"clv-summary","version":1}'),
  ],
];

it.each(spoilt)('over %s the page says calmly what to do', async (_what, says, spoil) => {
  const folder = writeRun(run);
  spoil(folder);
  const { page, complaints, close } = await openRun(folder);
  const message = await page.locator('clv-dashboard [role="alert"]').innerText();
  await close();
  expect(message).toMatch(says);
  expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
});

it.each([
  ['de-DE', 'Nichts zu zeigen: '],
  ['fr-FR', 'Rien à afficher : '],
  ['es-ES', 'Nada que mostrar: '],
])('in %s the page says in that language that nothing can be shown, and why', async (locale, says) => {
  const folder = writeRun(run);
  rmSync(join(folder, 'summary.json'));
  const { page, close } = await openRun(folder);
  const message = page.locator('clv-dashboard [role="alert"]');
  await message.waitFor();
  await page
    .locator('clv-dashboard')
    .evaluate((dashboard, tag) => dashboard.setAttribute('locale', tag), locale);
  await message.filter({ hasText: says }).waitFor();
  expect(await message.innerText()).toMatch(/: there is no summary\.json in the run folder/);
  await close();
});

it.each([
  ['clv-policies', 'policies.json'],
  ['clv-calibration', 'churn_report.json'],
  ['clv-uplift-curve', 'uplift.json'],
  ['clv-customer', 'reasons.json'],
])('in place of %s the page names the damaged %s, and shows the rest', async (part, file) => {
  const folder = writeRun(run);
  truncateSync(join(folder, file), 20);
  const { page, close } = await openRun(folder, { hash: '#customer=C00001' });
  const told = await page.locator(`${part} [role="status"]`).innerText();
  const others = await page.locator('clv-chart svg').nth(7).waitFor();
  await close();
  expect(told).toBe(`Not shown: ${file} is missing from the run folder, damaged, or lacks what this needs.`);
  expect(others).toBeUndefined();
});

it('without its record a run blames that, not the customer or the offers', async () => {
  const { page, close } = await openRun(writeRun(run, null), { hash: '#customer=C00001' });
  for (const part of ['clv-frontier', 'clv-what-if', 'clv-customer'])
    expect(await page.locator(`${part} [role="status"]`).innerText()).toMatch(
      /^Not shown: run\.json is missing/,
    );
  await close();
});

it('figures that are missing are shown as missing, and the rest stays', async () => {
  const { columns, summary } = madeUpRun(50);
  for (const name of ['p_churn', 'clv', 'offer_cost']) columns[name][3] = NaN;
  columns.segment_label[4] = null;
  const { page, complaints, close } = await openRun(writeRun({ columns, summary }));
  await page.locator('clv-chart svg').nth(4).waitFor();
  await page.getByRole('button', { name: 'Everyone' }).click();
  await page.getByLabel('Find by id').fill('C00004');
  const cells = await page.locator('clv-table tbody tr').first().locator('td').allInnerTexts();
  expect(cells.slice(2, 4)).toEqual(['–', '–']);
  expect(complaints).toEqual([]);
  await close();
});

it('a chart says what a summary lacks that only it reads, and the others stay', async () => {
  const { columns, summary } = madeUpRun(50);
  for (const segment of summary.segments) delete (segment as Partial<typeof segment>).mean_p_churn;
  const { page, complaints, close } = await openRun(writeRun({ columns, summary }));
  const fault = page.locator('clv-risk-by-segment [role="alert"]');
  await fault.getByText('segments[0].mean_p_churn is missing').waitFor();
  await page.locator('clv-segments svg').waitFor();
  expect(complaints).toEqual([]);
  await close();
});

it('a page whose script does not come says so, after a while', async () => {
  const { page, close } = await openRun(writeRun(run));
  const hint = page.getByText('The dashboard is loading.');
  await page.locator('clv-kpis').waitFor();
  expect(await hint.isVisible()).toBe(false);
  await page.route('**/assets/*.js', (route) => route.abort());
  const session = await page.context().newCDPSession(page);
  await session.send('Animation.enable');
  const letTimePass = (playbackRate: number) => session.send('Animation.setPlaybackRate', { playbackRate });
  await letTimePass(0);
  await page.reload();
  expect(await hint.isVisible()).toBe(false);
  await letTimePass(1);
  await hint.waitFor({ state: 'visible' });
  await close();
});

it('a page opened as a file says that its folder must be served', async () => {
  const site = temporaryFolder();
  copyFileSync('dist/clv-dashboard.standalone.js', join(site, 'clv.js'));
  writeFileSync(
    join(site, 'index.html'),
    '<script src="clv.js" defer></script><clv-kpis src="run/"></clv-kpis>',
  );
  const { page, close } = await openRun(writeRun(run));
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  await page.locator('clv-kpis [role="alert"]', { hasText: 'serve its folder' }).waitFor();
  await close();
});
