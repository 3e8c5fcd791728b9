import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/browser/launch.mjs';
import { serveSite } from '../../../tools/browser/serve-site.mjs';

/** A page that remembers what it should not have done. */
export interface WatchedPage {
  page: Page;
  /** Where it is, without the hash. */
  url: string;
  /** Errors, console messages, policy violations and requests to other origins; empty on a good day. */
  complaints: string[];
  close(): Promise<void>;
}

const site = join(process.cwd(), 'dist', 'site');
let browser: Browser | undefined;
const opened = new Set<WatchedPage>();

/** Closes the browser, and what a failed test left open. */
export async function closeBrowser(): Promise<void> {
  for (const page of opened) await page.close();
  await browser?.close();
  browser = undefined;
}

export interface View {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  hash?: string;
  /** The folder of pages (default: the built dashboard). */
  site?: string;
  /** Without the strict policy that pages are served under. */
  bypassCSP?: boolean;
}

/** Opens the built page over a run folder in a real browser. */
export async function openRun(runFolder: string, view: View = {}): Promise<WatchedPage> {
  browser ??= await launchBrowser();
  const server = await serveSite(view.site ?? site, runFolder);
  const { width = 1280, height = 900, colorScheme = 'light', bypassCSP = false } = view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    bypassCSP,
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
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      (window as unknown as { complain(text: string): void }).complain(
        `policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`,
      ),
    );
  });
  const watched: WatchedPage = {
    page,
    url: server.url,
    complaints,
    close: async () => {
      opened.delete(watched);
      await context.close();
      await server.close();
    },
  };
  opened.add(watched);
  await page.goto(server.url + (view.hash ?? ''));
  return watched;
}

/** Keeps a picture in `tmp/`, which is not part of the repository, for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync('tmp', { recursive: true });
  await page.screenshot({ path: join('tmp', `${name}.png`), fullPage: true });
}
