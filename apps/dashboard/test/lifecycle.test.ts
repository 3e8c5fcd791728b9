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

  it('tries again once it is put back, where its run could not be fetched', async () => {
    await opened.page.route('**/later/*', (route) => route.fulfill({ status: 404 }));
    await within(`${element('clv-kpis')} element.src = 'later/'`);
    await opened.page.locator('clv-kpis [role="alert"]').waitFor();
    await opened.page.unroute('**/later/*');
    await opened.page.route('**/later/*', (route) =>
      route.continue({ url: route.request().url().replace('/later/', '/run/') }),
    );
    await within(`element.remove(); document.querySelector('aside').append(element)`);
    await opened.page.locator('clv-kpis dl').waitFor();
    expect(await gain()).toBe(run.summary.net_gain);
  });

  const title = () => opened.page.locator('clv-what-if h2').innerText();

  it('tries again when it is asked to, by its button or by the page', async () => {
    const path = '**/run/summary.json';
    await opened.page.route(path, (route) => route.fulfill({ status: 404 }));
    await within(element('clv-kpis'));
    const again = opened.page.getByRole('button', { name: 'Try again' });
    await again.click();
    await opened.page.locator('clv-kpis [role="alert"]').waitFor();
    await opened.page.unroute(path);
    await again.click();
    await opened.page.locator('[data-kpi]').first().waitFor();
    expect(await again.count()).toBe(0);
    await within('await element.reload(); await element.updateComplete');
    expect(await gain()).toBe(run.summary.net_gain);
  });

  it('tries again when the src that failed is set again, and lets a run that is there be', async () => {
    const path = '**/run/summary.json';
    await opened.page.route(path, (route) => route.fulfill({ status: 404 }));
    await within(element('clv-kpis'));
    await opened.page.locator('clv-kpis [role="alert"]').waitFor();
    await opened.page.unroute(path);
    await within(`element.setAttribute('src', 'run/')`);
    await opened.page.locator('[data-kpi]').first().waitFor();
    expect(await gain()).toBe(run.summary.net_gain);
    await within(`globalThis.shown = element.run; element.src = 'run/'; await element.updateComplete`);
    expect(await within('return element.run === shown')).toBe(true);
  });

  it('keeps its look in another document, whether it was shown before or not', async () => {
    await within(`globalThis.frame = document.createElement('iframe');
      document.querySelector('aside').append(frame);
      ${element('clv-dashboard')}`);
    const grid = opened.page.locator('main clv-kpis dl').first();
    await grid.waitFor();
    const look = () =>
      opened.page.evaluate(
        `(() => { const root = element.shadowRoot; const kpis = root.querySelector('clv-kpis').shadowRoot;
          const styled = (part) => part.ownerDocument.defaultView.getComputedStyle(part);
          return [styled(element).colorScheme, styled(kpis.querySelector('dl')).display,
            styled(root.querySelector('clv-segments').shadowRoot.querySelector('clv-chart').shadowRoot.querySelector('figure')).display]; })()`,
      );
    const before = await look();
    expect(before).toEqual(['light dark', 'flex', 'grid']);
    await within('frame.contentDocument.body.append(element); await element.updateComplete');
    expect(await look()).toEqual(before);
    await within(`element.remove(); globalThis.element = document.createElement('clv-dashboard');
      element.src = 'run/'; frame.contentDocument.body.append(element); await element.updateComplete;`);
    await opened.page.frameLocator('iframe').locator('clv-segments figure').waitFor();
    expect(await look()).toEqual(before);
    await within('document.querySelector("main").append(element); await element.updateComplete');
    expect(await look()).toEqual(before);
  });

  it('is made and shown where there are no media queries, as in jsdom', async () => {
    await opened.page.addInitScript('delete globalThis.matchMedia');
    await opened.page.reload();
    await within(element('clv-dashboard'));
    await opened.page.locator('clv-segments svg').waitFor();
    await opened.page.locator('clv-table tbody tr').first().waitFor();
  });

  it('shows the run’s own offers once it is put back: what was tried out is forgotten', async () => {
    await within(element('clv-what-if'));
    const own = await title();
    await within(`element.run.whatIf.ask({ ...element.run.whatIf.scenario, budget: 1 })`);
    await opened.page.locator('clv-what-if h2', { hasText: 'less than the run’s own' }).waitFor();
    await within(
      `element.remove(); await 0; document.querySelector('aside').append(element); await element.updateComplete`,
    );
    expect(await title()).toBe(own);
  });

  it('shows what the run recommends once the page has the run rest', async () => {
    await within(`globalThis.shared = await clv.loadRun('run/');
      for (const tag of ['clv-kpis', 'clv-what-if'])
        document.querySelector('main').append(Object.assign(document.createElement(tag), { data: shared }));`);
    await opened.page.locator('clv-what-if h2').waitFor();
    await within(`shared.whatIf.ask({ ...shared.whatIf.scenario, budget: 1 })`);
    await opened.page.locator('clv-what-if h2', { hasText: 'less than the run’s own' }).waitFor();
    await within(`shared.rest(); await document.querySelector('clv-kpis').updateComplete`);
    expect(await gain()).toBe(run.summary.net_gain);
  });

  it('restores a view that it is given while its run is loading', async () => {
    await within(`globalThis.element = document.createElement('clv-dashboard');
      element.src = 'run/';
      element.restore({ filter: { segments: ['VIPs'] } });
      document.querySelector('main').append(element);`);
    await opened.page.locator('clv-dashboard clv-kpis dl').waitFor();
    const vips = run.summary.segments.find(({ label }) => label === 'VIPs')!;
    expect(await gain()).toBeCloseTo(vips.optimized - vips.baseline, 6);
    await within(`element.restore({}); await new Promise(requestAnimationFrame)`);
    expect(await gain()).toBe(run.summary.net_gain);
  });

  it('starts no worker for a run that it gave back', async () => {
    await within(`${element('clv-dashboard')} element.run?.whatIf`);
    await opened.page.locator('clv-what-if h2').waitFor();
    await within(`element.run.whatIf.ask({ ...element.run.whatIf.scenario, budget: 1 })`);
    await opened.page.locator('clv-what-if h2', { hasText: 'less than the run’s own' }).waitFor();
    const gone = opened.page.workers()[0].waitForEvent('close');
    await within(`element.remove(); await new Promise((done) => setTimeout(done, 300))`);
    await gone;
    expect(opened.page.workers()).toHaveLength(0);
  });

  it('takes a run that another copy of the script has loaded', async () => {
    await within(`const again = document.createElement('script');
      again.src = 'clv.js?again';
      const own = clv.ClvData;
      document.head.append(again);
      await new Promise((done) => again.onload = done);
      if (clv.ClvData === own) throw new Error('the same copy');
      globalThis.element = document.createElement('clv-kpis');
      element.data = await clv.loadRun('run/');
      document.querySelector('main').append(element);
      await element.updateComplete;`);
    expect(await gain()).toBe(run.summary.net_gain);
    await within(`element.data.filter = { segments: ['VIPs'] }; await element.updateComplete`);
    expect(await gain()).not.toBe(run.summary.net_gain);
  });

  it('gives back the worker of a run that it shows no more', async () => {
    await within(element('clv-frontier'));
    await opened.page.locator('clv-frontier svg').waitFor();
    for (const address of ['./run/', 'run/', './run/']) {
      const gone = opened.page.workers()[0].waitForEvent('close');
      await within(`element.src = '${address}'`);
      await gone;
      await opened.page.locator('clv-frontier svg').waitFor();
    }
    expect(opened.page.workers()).toHaveLength(1);
  });
});
