import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';

afterAll(closeBrowser);

const folder = writeRun(madeUpRun(200));
const opens = ({ page }: WatchedPage, id: string) =>
  page.locator('clv-customer h2', { hasText: `${id}:` }).waitFor();

describe('the address of the page', () => {
  let opened: WatchedPage;
  beforeEach(async () => {
    opened = await openRun(folder, { hash: '#customer=C00001&segment=nowhere' });
    await opens(opened, 'C00001');
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints).toEqual([]);
  });

  it('says what is in sight, and nothing that the run does not have', () =>
    expect(new URL(opened.page.url()).hash).toBe('#customer=C00001'));

  it('is followed where the reader sets it, also when the run changes before the page has heard of it', async () => {
    await opened.page.evaluate(() => {
      const { run } = document.querySelector('clv-dashboard')!;
      location.hash = 'customer=C00002';
      run!.dispatchEvent(new Event('change'));
    });
    await opens(opened, 'C00002');
    expect(new URL(opened.page.url()).hash).toBe('#customer=C00002');
  });

  it('is followed also when the view is another by the time the page hears of it', async () => {
    await opened.page.evaluate(() => {
      const { run } = document.querySelector('clv-dashboard')!;
      location.hash = 'customer=C00002';
      run!.filter = { segments: ['VIPs'], offers: [], risk: null };
    });
    await opens(opened, 'C00002');
    expect(new URL(opened.page.url()).hash).toBe('#customer=C00002');
  });

  it('is followed while what was typed still waits to be written', async () => {
    const { page } = opened;
    await page.getByLabel('Find by id').pressSequentially('c00');
    await page.evaluate(() => (location.hash = 'customer=C00002'));
    await opens(opened, 'C00002');
    await page.getByRole('button', { name: 'VIPs' }).click();
    await page.waitForURL(/segment=VIPs/);
    expect(new URL(page.url()).hash).toBe('#segment=VIPs&customer=C00002');
  });

  it('is written again after a router changed it without a word', async () => {
    await opened.page.evaluate(() => {
      const { run } = document.querySelector('clv-dashboard')!;
      history.pushState(null, '', '?tab=2');
      run!.filter = { segments: ['VIPs'], offers: [], risk: null };
    });
    await opened.page.waitForURL(/\?tab=2#segment=VIPs&customer=C00001$/);
  });
});

describe('the history of the page', () => {
  let opened: WatchedPage;
  beforeEach(async () => {
    opened = await openRun(folder);
    await opened.page.getByRole('grid').waitFor();
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints).toEqual([]);
  });
  const hash = () => new URL(opened.page.url()).hash;
  const goesBackTo = async (wanted: string) => {
    await opened.page.goBack();
    await opened.page.waitForFunction((before) => location.hash === before, wanted);
  };
  const press = (name: string) => opened.page.getByRole('button', { name, exact: true }).click();
  const isPressed = (name: string) =>
    opened.page.getByRole('button', { name, exact: true, pressed: true }).waitFor();

  it('has an entry for each filter and each customer, so that the browser’s Back undoes the last step', async () => {
    const { page } = opened;
    const length = await page.evaluate(() => history.length);
    await press('At-Risk High-Value');
    await press('10% discount');
    await page.getByRole('grid').getByRole('row').nth(1).click();
    await page.waitForURL(/customer=/);
    const open = hash();
    await press('Close');
    await page.waitForURL(/offer=discount_10$/);
    expect(await page.evaluate(() => history.length)).toBe(length + 4);

    await goesBackTo(open);
    await opens(opened, new URLSearchParams(open.slice(1)).get('customer')!);
    await goesBackTo('#segment=At-Risk+High-Value&offer=discount_10');
    await page.locator('clv-customer').waitFor({ state: 'detached' });
    await goesBackTo('#segment=At-Risk+High-Value');
    await isPressed('At-Risk High-Value');
    await goesBackTo('');
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
    await page.goForward();
    await page.waitForURL(/#segment=At-Risk\+High-Value$/);
    await isPressed('At-Risk High-Value');
  });

  it('has one entry for a range of risk, one for all that is tried out in one go, and one for what is done to the list', async () => {
    const { page } = opened;
    const length = await page.evaluate(() => history.length);
    await page.getByLabel('Find by id').pressSequentially('c000', { delay: 250 });
    await press('Everyone');
    await page.waitForURL(/#scope=everyone&search=c000$|#search=c000&scope=everyone$/);
    const list = hash();
    const slider = page.getByLabel('Discount, 10% discount, slider');
    await slider.focus();
    for (const budget of [500, 400, 300]) {
      await slider.press('ArrowRight');
      await page.getByRole('textbox', { name: 'Budget' }).fill(String(budget));
      await page.getByRole('textbox', { name: 'Budget' }).press('Enter');
      await page.waitForURL(new RegExp(`budget%22%3A${budget}%2C`));
    }
    expect(await page.evaluate(() => history.length)).toBe(length + 2);
    const from = page.getByLabel('Probability of leaving, from, in percent');
    for (const risk of [10, 20, 30]) {
      await from.fill(String(risk));
      await from.press('Enter');
    }
    await page.waitForURL(/risk=0\.3-1/);
    expect(await page.evaluate(() => history.length)).toBe(length + 3);
    await page.goBack();
    await page.waitForURL(/budget%22%3A300%2C/);
    await goesBackTo(list);
    await page.getByRole('button', { name: 'Reset', disabled: true }).waitFor();
    await goesBackTo('');
    expect(await page.getByLabel('Find by id').inputValue()).toBe('');
  });

  it('brings a customer whom an address opens into sight, and the keyboard back into the list', async () => {
    const { page } = opened;
    const inSight = () =>
      page.waitForFunction(() => {
        const customer = document.querySelector('clv-dashboard')!.shadowRoot!.querySelector('clv-customer');
        const box = customer?.getBoundingClientRect();
        return box && box.height > 0 && box.top >= 0 && box.top < innerHeight;
      });
    await page.evaluate(() => (location.hash = 'customer=C00003'));
    await inSight();
    await page.getByRole('button', { name: 'Close' }).focus();
    await goesBackTo('');
    await page.waitForFunction(
      () => document.querySelector('clv-dashboard')!.shadowRoot!.activeElement?.localName === 'clv-outreach',
    );
    await page.goto('about:blank');
    await page.goto(`${opened.url}#customer=C00003`);
    await inSight();
  });
});
