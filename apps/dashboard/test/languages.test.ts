import { madeUpRun, writeRun } from './made-up-run.js';
import { closeBrowser, openRun, picture } from './page.js';

afterAll(closeBrowser);

const run = madeUpRun(800, 4);
const folder = writeRun(run);
/** The customer whose reasons the run tells step by step. */
const explained = Object.values(run.columns)[0][0];

/** English words that no other language of the page has. */
const english = /\b(the|customers|offers?|gains|leave|spent|without|show|worth)\b/i;

it.each([
  ['de-DE', 'Die Angebote bringen', 'Daten zeigen'],
  ['fr-FR', 'Les offres ajoutent', 'Afficher les données'],
  ['es-ES', 'Las ofertas aportan', 'Mostrar datos'],
])('in %s everything is said in that language', async (locale, title, button) => {
  const { page, complaints, close } = await openRun(folder, { hash: `#customer=${explained}` });
  await page.locator('clv-frontier svg').waitFor();
  await page
    .locator('clv-dashboard')
    .evaluate((dashboard, tag) => dashboard.setAttribute('locale', tag), locale);
  await page.locator('clv-value-by-segment h2', { hasText: title }).waitFor();
  await page.locator('clv-customer svg').nth(2).waitFor();
  await picture(page, `locale-${locale}`);
  expect(await page.getByText(button).count()).toBeGreaterThan(8);
  // Names of segments, offers and columns, and what the run itself notes, are data.
  const said = await page
    .locator(
      'h2, h3, .small, dt, dd.small, label, legend, button:not([part="chip"]), .facts, th, [aria-label]',
    )
    .evaluateAll((parts) =>
      parts
        .filter(
          (part) =>
            !part.closest('svg, [part="facts"], .notices, .choices, .concern') && !part.querySelector('*'),
        )
        .flatMap((part) => [part.textContent ?? '', part.getAttribute('aria-label') ?? '']),
    );
  const names =
    /No offer|\d+% discount|High-Value|Low-Value|Steady Users|late payments|support calls|tenure months|plan Fibre/g;
  expect(said.map((text) => text.replace(names, '')).filter((text) => english.test(text))).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

it('the languages beside English are fetched where one is spoken, and not before', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-frontier svg').waitFor();
  const fetched = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => name.includes('/languages-')).length,
    );
  expect(await fetched()).toBe(0);
  await page.locator('clv-dashboard').evaluate((dashboard) => dashboard.setAttribute('locale', 'de-DE'));
  await page.locator('clv-kpis dt', { hasText: 'Nettogewinn' }).waitFor();
  expect(await fetched()).toBe(1);
  await close();
});

it('a page says things in its own words, down to the charts', async () => {
  const { page, close } = await openRun(folder);
  await page.locator('clv-frontier svg').waitFor();
  await page.locator('clv-dashboard').evaluate((dashboard) => {
    const texts = { 'Net gain': 'Uplift earned', 'Show data': 'Figures', Everyone: 'The lot' };
    Object.assign(dashboard, { texts });
  });
  await page.locator('clv-kpis dt', { hasText: 'Uplift earned' }).waitFor();
  await page.getByRole('button', { name: 'The lot' }).waitFor();
  expect(await page.locator('clv-offers summary').innerText()).toBe('Figures');
  await close();
});
