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
});
