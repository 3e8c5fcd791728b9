import { madeUpRun, writeRun } from './made-up-run.js';
import { closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenrabatt für besonders treue Kundinnen';

it('names without a place to break make no page scroll sideways, and leave half of a chart to its bars', async () => {
  const { columns, summary } = madeUpRun(200);
  const offers = summary.offers.map((offer) => ({ ...offer, label: `${offer.label} ${long}` }));
  const { page, close } = await openRun(writeRun({ columns, summary: { ...summary, offers } }), {
    width: 390,
  });
  await page.locator('clv-chart svg').nth(8).waitFor();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const bar = await page.locator('clv-offers svg [aria-roledescription="bar"]').first().boundingBox();
  await close();
  expect(overflow).toBeLessThanOrEqual(0);
  expect(bar!.x).toBeLessThan(0.55 * 390);
});

it('hundreds of offers leave the page its length: those that nobody gets are counted in the chart', async () => {
  const { columns, summary } = madeUpRun(200);
  const more = Array.from({ length: 300 }, (_, i) => ({
    offer: `o${i}`,
    label: `Offer number ${i}`,
    customers: 0,
    cost: 0,
    expected_gain: 0,
  }));
  const offers = [...summary.offers, ...more];
  const { page, close } = await openRun(writeRun({ columns, summary: { ...summary, offers } }));
  await page.locator('clv-chart svg').nth(8).waitFor();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const subtitle = await page.locator('clv-offers p').first().innerText();
  const chips = page.locator('clv-filters [part="chip"]');
  const reached = await chips.last().evaluate((chip) => {
    chip.focus();
    return chip.matches(':focus');
  });
  await close();
  expect(height).toBeLessThan(4000);
  expect(subtitle).toBe('Customers per recommended offer; 300 more that nobody gets');
  expect(reached).toBe(true);
});

it.each([
  ['en-US', '1 customer · value over 1 month', 'if nobody left, over 1 month'],
  ['de-DE', '1 Kunde · Wert über 1 Monat', 'wenn niemand ginge, über 1 Monat'],
])('one customer and one month are said as one in %s', async (locale, facts, note) => {
  const { columns, summary } = madeUpRun(1);
  const { page, close } = await openRun(writeRun({ columns, summary: { ...summary, horizon_months: 1 } }));
  await page.locator('clv-dashboard').evaluate((element, tag) => element.setAttribute('locale', tag), locale);
  await page.getByText(facts, { exact: false }).waitFor();
  await page.getByText(note, { exact: true }).waitFor();
  await close();
});

it('much that speaks against an experiment stands in a box that scrolls', async () => {
  const run = madeUpRun(200);
  const folder = writeRun(run);
  const { page, close } = await openRun(folder);
  await page.locator('clv-uplift-curve svg').waitFor();
  const box = page.locator('clv-uplift-curve .concerns');
  expect(await box.getAttribute('tabindex')).toBe('0');
  await box.evaluate((list) => {
    for (let i = 0; i < 30; i++) list.append(list.querySelector('.concern')!.cloneNode(true));
  });
  expect((await box.boundingBox())!.height).toBeLessThanOrEqual(96);
  await close();
});

it('on a page that is read from right to left, charts keep their names beside the bars and their numbers in sight', async () => {
  const { page, close } = await openRun(writeRun(madeUpRun(200)), { width: 768 });
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const chart = page.locator('clv-segments svg');
  await chart.locator('text', { hasText: 'VIPs' }).waitFor();
  const boxOf = async (selector: string) => (await chart.locator(selector).first().boundingBox())!;
  const name = await boxOf('text:text-is("VIPs")');
  const bar = await boxOf('[aria-roledescription="bar"]');
  const number = await boxOf('[aria-roledescription="text mark"]');
  const drawing = (await chart.boundingBox())!;
  await close();
  expect(name.x + name.width).toBeLessThan(bar.x);
  expect(number.x + number.width).toBeLessThan(drawing.x + drawing.width + 1);
});

it('a page that sets its letters apart and in the middle leaves charts their names, and their titles at the start', async () => {
  const { page, close } = await openRun(writeRun(madeUpRun(200)), { bypassCSP: true });
  await page.addStyleTag({
    content: `body { letter-spacing: .12em; word-spacing: .16em; text-transform: uppercase;
      text-align: center; text-indent: 2em; white-space: pre }`,
  });
  const chart = page.locator('clv-segments');
  const name = chart.locator('svg text', { hasText: 'At-Risk High-Value' });
  await name.waitFor();
  const [{ x: drawing }, { x: written }] = [
    await chart.locator('svg').boundingBox(),
    await name.boundingBox(),
  ].map((box) => box!);
  const title = await chart.locator('h2').evaluate((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    return range.getBoundingClientRect().left - line.getBoundingClientRect().left;
  });
  await close();
  expect(written).toBeGreaterThanOrEqual(drawing);
  expect(title).toBe(0);
});
