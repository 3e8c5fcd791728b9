import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { serveRun } from '../server/serve-run.js';
import { type CommonFlags, answer } from './context.js';

/** `clv serve`: the dashboard over a run folder, until it is interrupted. */
export async function serveCommand(flags: CommonFlags & { out: string; port: number }): Promise<void> {
  await access(join(flags.out, 'summary.json')).catch(() => {
    throw new InvalidInputError([
      {
        rule: 'no-run',
        path: flags.out,
        message: `${flags.out} is not a run folder: it has no summary.json (make one with clv run)`,
      },
    ]);
  });
  const served = await serveRun(flags.out, flags.port).catch((cause: NodeJS.ErrnoException) => {
    if (cause.syscall !== 'listen') throw cause;
    const why = cause.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${cause.code})`;
    const message = `port ${flags.port} ${why}; name another, or --port 0 for any that is free`;
    throw new InvalidInputError([{ rule: 'no-port', path: 'port', message }]);
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
