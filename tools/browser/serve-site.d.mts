/**
 * Serves a folder of pages, with a run folder at `/run/`, under a strict content security policy.
 *
 * @param scripts the sources of scripts that it allows (default `'self'`).
 */
export function serveSite(
  site: string,
  runFolder: string,
  scripts?: string,
): Promise<{ url: string; close: () => Promise<unknown> }>;
