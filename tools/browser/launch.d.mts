import type { Browser } from 'playwright-core';

/** Chromium for tests and benches: `CHROME_PATH`, else the system's, else the one inside an npm package. */
export function launchBrowser(args?: string[]): Promise<Browser>;
