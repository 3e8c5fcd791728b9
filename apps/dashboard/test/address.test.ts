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
