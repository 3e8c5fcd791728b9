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
});
