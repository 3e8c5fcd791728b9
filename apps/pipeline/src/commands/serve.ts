import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { refusal } from '../faults/refusal.js';
import { serveRun } from '../server/serve-run.js';
import { type CommonFlags, answer } from './context.js';

export interface ServeFlags extends CommonFlags {
  /** The run folder, by either name. */
  run?: string;
  out?: string;
  port: number;
}

/** `clv serve`: the dashboard over a run folder, until it is interrupted. */
export async function serveCommand(flags: ServeFlags): Promise<void> {
  const folder = folderOf(flags);
  await access(join(folder, 'summary.json')).catch(() => {
    throw refusal(
      'no-run',
      folder,
      `${folder} is not a run folder: it has no summary.json (make one with clv run)`,
    );
  });
  const served = await serveRun(folder, flags.port).catch((cause: NodeJS.ErrnoException) => {
    if (cause.syscall !== 'listen') throw cause;
    const why = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
    const message = `port ${flags.port} ${why}; name another, or --port 0 for any that is free`;
    throw refusal('no-port', 'port', message);
  });
  answer(
    flags,
    () => ({ url: served.url }),
    () => `The dashboard is at ${served.url} (Ctrl+C ends it)`,
  );
  await new Promise<void>((interrupted) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted());
  });
  await served.close();
}

function folderOf({ run, out }: ServeFlags): string {
  if (run === undefined || out === undefined || run === out) return run ?? out ?? 'out';
  throw refusal('bad-usage', 'run', `--run ${run} and --out ${out} name two run folders: give one of them`);
}
