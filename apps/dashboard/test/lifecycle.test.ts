import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { madeUpRun, writeRun } from './made-up-run.js';
import { type WatchedPage, closeBrowser, openRun } from './page.js';
import { temporaryFolder } from './temporary-folder.js';

afterAll(closeBrowser);

const site = temporaryFolder();
copyFileSync('dist/clv-dashboard.standalone.js', join(site, 'clv.js'));
writeFileSync(
  join(site, 'index.html'),
  `<!doctype html><html lang="en"><script src="clv.js" defer></script><main></main><aside></aside>`,
);

describe('an element of a page that changes', () => {
  const run = madeUpRun(20);
  let opened: WatchedPage;
  beforeEach(async () => {
    opened = await openRun(writeRun(run), { site });
  });
  afterEach(async () => {
    const { complaints } = opened;
    await opened.close();
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
  });

  const within = (script: string) => opened.page.evaluate(`(async () => { ${script} })()`);
  const element = (tag: string) => `
    globalThis.element = document.createElement('${tag}');
    element.src = 'run/';
    document.querySelector('main').append(element);
    await element.updateComplete;`;
  const gain = async () =>
    Number(await opened.page.locator('[data-kpi="net_gain"]').getAttribute('data-value'));

  it('shows its run though it was moved, or taken away for a while, while that was loading', async () => {
    await within(`${element('clv-kpis')} document.querySelector('aside').append(element)`);
    expect(await gain()).toBe(run.summary.net_gain);
    await within(`${element('clv-frontier')} element.remove()`);
    await within(`document.querySelector('aside').replaceChildren(element)`);
    await opened.page.locator('aside clv-frontier svg').waitFor();
  });

  it('shows the run of its src once it is given no data any more', async () => {
    await within(`globalThis.element = document.createElement('clv-kpis');
      element.src = 'run/';
      element.data = { id: ['a'], segment_label: ['VIPs'], p_churn: [0.2], clv: [100], recommended_incentive: ['none'],
        offer_cost: [0], expected_value_baseline: [80], expected_value_optimized: [83] };
      document.querySelector('main').append(element);
      await element.updateComplete`);
    expect(await gain()).toBe(3);
    await within('element.data = undefined; await element.updateComplete');
    expect(await gain()).toBe(run.summary.net_gain);
  });

  it('shows nothing once its src is taken away, or set to what a framework calls nothing', async () => {
    const shown = () => opened.page.locator('clv-kpis [data-kpi], clv-kpis [role="alert"]').count();
    await within(element('clv-kpis'));
    expect(await gain()).toBe(run.summary.net_gain);
    await within(`element.setAttribute('src', './run/'); await element.updateComplete`);
    await within(`element.removeAttribute('src'); await element.updateComplete`);
    expect(await shown()).toBe(0);
    await within(`element.src = 'run/'; await element.updateComplete`);
    expect(await gain()).toBe(run.summary.net_gain);
    await within('element.src = null; await element.updateComplete');
    expect(await shown()).toBe(0);
  });

  it('gives back the worker of a run that it shows no more', async () => {
    await within(element('clv-frontier'));
    await opened.page.locator('clv-frontier svg').waitFor();
    for (const address of ['./run/', 'run/', './run/']) {
      await within(`element.src = '${address}'`);
      await opened.page.locator('clv-frontier [role="status"]').waitFor();
      await opened.page.locator('clv-frontier svg').waitFor();
    }
    expect(opened.page.workers()).toHaveLength(1);
  });
});
