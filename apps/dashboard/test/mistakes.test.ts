import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';
import { temporaryFolder } from './temporary-folder.js';

afterAll(closeBrowser);

/** A page with one chart of its own figures and one part of a run, whose script comes after both were given theirs. */
const site = temporaryFolder();
copyFileSync('dist/clv-dashboard.standalone.js', join(site, 'clv.js'));
writeFileSync(
  join(site, 'index.html'),
  `<!doctype html><html lang="en"><script src="early.js" defer></script><script src="clv.js" defer></script>
<script src="late.js" defer></script><clv-chart></clv-chart><clv-kpis></clv-kpis>`,
);
writeFileSync(
  join(site, 'early.js'),
  `document.querySelector('clv-kpis').data = { id: ['a'], segment_label: ['VIPs'], p_churn: [0.2], clv: [100],
    recommended_incentive: ['none'], offer_cost: [0], expected_value_baseline: [80], expected_value_optimized: [80] };`,
);
writeFileSync(
  join(site, 'late.js'),
  `const points = [{ budget: 0, gain: 0 }, { budget: 1000, gain: 4000 }, { budget: 5000, gain: 6000 }];
  globalThis.own = (last = 6000, options = {}) =>
    clv.charts.gainByBudget([...points.slice(0, 2), { budget: 5000, gain: last }], points[1], options);
  globalThis.chart = document.querySelector('clv-chart');
  chart.chart = own();`,
);

describe('a page of one’s own', () => {
  let opened: WatchedPage;
  beforeEach(async () => {
    opened = await openRun(writeRun(madeUpRun(20)), { site });
    await opened.page.locator('clv-chart svg').waitFor();
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });

  const run = (script: string) => opened.page.evaluate(script);
  const alertOf = (tag: string) => opened.page.locator(`${tag} [role="alert"]`).innerText();
  const drawn = () => opened.page.locator('clv-chart svg').waitFor();

  it('shows a chart of its own figures by the script tag alone', async () => {
    expect(await opened.page.locator('clv-chart h2').innerText()).toBe(
      'Half of the possible gain costs $750, 15% of what all of it costs',
    );
  });

  it('has what it gave an element before the script came', async () => {
    const potential = opened.page.locator('clv-kpis [data-kpi="total_potential_value"]');
    expect(await potential.getAttribute('data-value')).toBe('100');
  });

  it('is told what a chart lacks, and shows it once it lacks nothing', async () => {
    await run(`chart.chart = { title: 'Gains' }`);
    expect(await alertOf('clv-chart')).toBe(
      'Nothing can be shown: chart lacks subtitle, description, spec, rows, columns: give one that @clv/charts makes',
    );
    await run('chart.chart = own()');
    await drawn();
    expect(await opened.page.locator('clv-chart [role="alert"]').count()).toBe(0);
  });

  it('is shown no drawing beside what could not be drawn', async () => {
    const broken = `{ ...own(), spec: { mark: 'bar', data: { name: 'rows', values: [] }, transform: [{ calculate: '(', as: 'x' }] } }`;
    await run(`chart.chart = ${broken}`);
    expect(await alertOf('clv-chart')).toMatch(/^This chart could not be drawn: /);
    expect(await opened.page.locator('clv-chart svg').count()).toBe(0);
    await run('chart.chart = own()');
    await drawn();
    expect(await opened.page.locator('clv-chart [role="alert"]').count()).toBe(0);
  });

  it('shows a chart again that was taken back', async () => {
    await run('globalThis.same = chart.chart; chart.chart = undefined');
    await opened.page.locator('clv-chart svg').waitFor({ state: 'detached' });
    await run('chart.chart = same');
    await drawn();
  });

  it('says which locale or currency is invalid, and an attribute that is removed takes its fault with it', async () => {
    await run(`chart.setAttribute('locale', 'de_DE')`);
    expect(await alertOf('clv-chart')).toMatch(/locale is not a language tag such as de-DE: de_DE$/);
    await run(`chart.removeAttribute('locale')`);
    await drawn();
    await run(`document.querySelector('clv-kpis').setAttribute('currency', 'EURO')`);
    expect(await alertOf('clv-kpis')).toMatch(/currency is not a code of three letters such as EUR: EURO$/);
    await run(`document.querySelector('clv-kpis').removeAttribute('currency')`);
    await opened.page.locator('clv-kpis dl').waitFor();
  });

  it('has a chart’s data in the currency of its title, or in another that it asks for', async () => {
    const gain = opened.page.locator('clv-chart tbody tr').nth(1).locator('td').nth(1);
    await run(`chart.chart = own(6000, { currency: 'EUR' })`);
    await drawn();
    expect(await gain.textContent()).toBe('€4,000.00');
    await run(`chart.currency = 'CHF'; chart.updateComplete`);
    expect(await gain.textContent()).toMatch(/^CHF\s4,000.00$/);
  });

  it('has a chart’s axes written anew in another locale', async () => {
    await run(`chart.chart = { ...own(), spec: { mark: 'bar', width: 'container', data: { name: 'rows', values: [] },
      encoding: { x: { field: 'gain', type: 'quantitative', scale: { domain: [0, 6000] } } } } }`);
    await opened.page.locator('clv-chart svg').getByText('6,000').waitFor();
    await run(`chart.locale = 'de-DE'`);
    await opened.page.locator('clv-chart svg').getByText('6.000').waitFor();
  });

  it('is told that rows have no place in a drawing that names none', async () => {
    await run(`globalThis.plain = { ...own(), spec: { mark: 'bar', data: { values: [{ a: 1 }] }, encoding: { x: { field: 'a', type: 'quantitative' } } } };
      chart.chart = plain`);
    await opened.page.locator('clv-chart [aria-roledescription="bar"]').waitFor();
    await run(`chart.chart = { ...plain, rows: [{ a: 2 }] }`);
    expect(await alertOf('clv-chart')).toMatch(/^This chart could not be drawn: .*rows/);
  });

  it('may ask for part of a filter', async () => {
    await run(`document.querySelector('clv-kpis').run.filter = { segments: ['VIPs'] }`);
    await opened.page.locator('clv-kpis dl').waitFor();
  });
});
