// Takes the pictures in this folder over a run folder: node docs/take-screenshots.mjs ../../out
import { fileURLToPath } from 'node:url';

import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveSite } from '../../../tools/browser/serve-site.mjs';

const [runFolder = '../../out'] = process.argv.slice(2);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const pictures = [
  { name: 'light', width: 1280, colorScheme: 'light' },
  { name: 'dark', width: 1280, colorScheme: 'dark' },
  { name: 'narrow', width: 360, colorScheme: 'light' },
  // Two sheets of A4 at 96 dots an inch.
  { name: 'print', width: 794, colorScheme: 'dark', media: 'print', height: 2246 },
  { name: 'customer', width: 1280, colorScheme: 'light', of: 'clv-customer' },
];

const server = await serveSite(here('../dist/site'), runFolder);
const browser = await launchBrowser();
for (const { name, width, colorScheme, media = 'screen', height, of } of pictures) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.goto(server.url);
  await page.locator('clv-frontier svg').waitFor();
  await page.emulateMedia({ media });
  if (of) await page.locator('clv-table tbody tr').first().click();
  const what = of ? page.locator(of) : page;
  await page.waitForTimeout(1500);
  await what.screenshot({
    path: here(`./${name}.png`),
    ...(!of && { fullPage: true }),
    ...(height && { clip: { x: 0, y: 0, width, height } }),
  });
}
await browser.close();
await server.close();
