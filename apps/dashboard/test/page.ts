import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveSite } from './serve-site.js';

/** A page that remembers what it should not have done. */
export interface WatchedPage {
  page: Page;
  /** Errors, console messages, policy violations and requests to other origins; empty on a good day. */
  complaints: string[];
  close(): Promise<void>;
}

const site = join(process.cwd(), 'dist', 'site');
let browser: Browser | undefined;

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export interface View {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  hash?: string;
}

/** Opens the built page over a run folder in a real browser. */
export async function openRun(runFolder: string, view: View = {}): Promise<WatchedPage> {
  browser ??= await launchBrowser();
  const server = await serveSite(site, runFolder);
  const { width = 1280, height = 900, colorScheme = 'light' } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (line) => complaints.push(`console: ${line.text()}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'blob:' && protocol !== 'data:' && `${origin}/` !== server.url)
      complaints.push(`request to ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(
        `policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
      ),
    );
  });
  await page.goto(server.url + (view.hash ?? ''));
  return {
    page,
    complaints,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

/** Keeps a picture in `tmp/`, which is not part of the repository, for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('tmp', { recursive: true });
  await page.screenshot({ path: join('tmp', `${name}.png`), fullPage: true });
}
