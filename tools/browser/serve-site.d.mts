/**
 * Serves a folder of pages, with a run folder at `/run/`, under a strict content security policy.
 *
 * @param scripts the sources of scripts that it allows (default `'self'`).
 * @param headers that every answer has besides (default none).
 */
export function serveSite(
  site: string,
  runFolder: string,
  scripts?: string,
  headers?: Record<string, string>,
): Promise<{ url: string; close: () => Promise<unknown> }>;
