/** Serves a folder of pages, with a run folder at `/run/`, under a strict content security policy. */
export function serveSite(
  site: string,
  runFolder: string,
): Promise<{ url: string; close: () => Promise<unknown> }>;
