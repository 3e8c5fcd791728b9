import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RunSummary } from '@clv/contracts';
import type { Browser } from 'playwright-core';

import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveRun } from '../src/server/serve-run.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

/** Where the screenshots are kept; git leaves the folder out. */
const screenshots = process.env.CLV_SCREENSHOTS ?? join(process.cwd(), 'screenshots');

describe('the dashboard over a run folder', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    mkdirSync(screenshots, { recursive: true });
  });
  afterAll(() => browser.close());

  it('shows the figures of summary.json and the outreach list, draws its charts, and asks nobody else for anything', () =>
    withTemporaryFolder(async (folder) => {
      expect((await clv(['run', '--customers', '10000', '--out', folder, '--quiet'])).code).toBe(0);
      const summary = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')) as RunSummary;
      const served = await serveRun(folder, 0);
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const [problems, foreign]: [string[], string[]] = [[], []];
      page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('request', (request) => {
        const { protocol, href } = new URL(request.url());
        if (protocol.startsWith('http') && !href.startsWith(served.url)) foreign.push(href);
      });
      try {
        await page.goto(served.url);
        for (const kpi of [
          'total_potential_value',
          'baseline_retention_value',
          'optimized_retention_value',
          'net_gain',
          'roi',
        ] as const) {
          const shown = await page.locator(`[data-kpi="${kpi}"]`).first().getAttribute('data-value');
          expect(Number(shown)).toBeCloseTo(summary[kpi]!, 6);
        }
        await page.locator('svg, canvas').first().waitFor();
        await page.getByText('At-Risk High-Value').first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(screenshots, 'dashboard.png'), fullPage: true });
        expect({ problems, foreign }).toEqual({ problems: [], foreign: [] });
      } finally {
        await page.close();
        await served.close();
      }
    }));

  it.each([
    ['of the same months', '12', '10'],
    ['of another horizon and discount rate', '30', '4'],
  ])(
    'saves what was tried out as a config, and a run of that gains what the page predicted: %s',
    (_, horizon, rate) =>
      withTemporaryFolder(async (folder) => {
        const out = join(folder, 'out');
        expect((await clv(['run', '--customers', '3000', '--out', out, '--quiet'])).code).toBe(0);
        const served = await serveRun(out, 0);
        const page = await browser.newPage();
        try {
          await page.goto(served.url);
          const tried = page.locator('clv-what-if');
          await tried.getByLabel('Keeps, of would-be leavers, 5% discount', { exact: true }).fill('40');
          await tried.getByLabel('Budget', { exact: true }).fill('3000');
          await tried.getByLabel('Horizon', { exact: true }).fill(horizon);
          await tried.getByLabel('Yearly discount rate', { exact: true }).fill(rate);
          // What is kept is calculated by all that was typed, however many answers are under way.
          await tried.getByRole('button', { name: 'Keep scenario' }).click();
          const kept = tried.locator('[data-scenario="Scenario 1"] [data-value]').first();
          await kept.waitFor();
          await page.getByText(`if nobody left, over ${horizon} months`).waitFor();
          await tried
            .locator('[data-scenario="Scenario 1"] td', { hasText: /^\$(3\.00|2\.9\d)K$/ })
            .waitFor();
          const predicted = Number(await kept.getAttribute('data-value'));
          const saving = page.waitForEvent('download');
          await tried.getByRole('button', { name: 'Save config' }).click();
          const config = join(folder, 'clv.config.json');
          await (await saving).saveAs(config);
          const again = await clv(['run', '--config', config, '--json', '--dry-run']);
          expect(again.code).toBe(0);
          const summary = JSON.parse(again.stdout) as RunSummary;
          expect(summary).toMatchObject({ budget: 3000, horizon_months: Number(horizon) });
          expect(summary.offer_spend).toBeLessThanOrEqual(3000);
          expect(Math.abs(summary.net_gain / predicted - 1)).toBeLessThan(1e-6);
        } finally {
          await page.close();
          await served.close();
        }
      }),
  );
});
