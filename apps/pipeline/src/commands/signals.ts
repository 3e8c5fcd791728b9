import { stopQueries } from '../duckdb/open-connections.js';
import { stopRunner } from '../second-thread/run-task.js';
import type { CommonFlags } from './context.js';

/** As shells count: 128 and the signal's number. */
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** How many milliseconds queries are given to end; one that a stage has left open, without asking anything, may stay so. */
const patience = 500;

let asked = false;

/** True once the process has been asked to end: what fails from then on fails for that reason. */
export const isEnding = () => asked;

/** Ends a command that is asked to stop: at once, with nothing half-written left behind. */
export function endOnSignals({ quiet, json }: CommonFlags): void {
  for (const [signal, code] of Object.entries(exitCodes))
    process.once(signal, () => {
      asked = true;
      if (!quiet && !json) process.stderr.write('\ninterrupted\n');
      void stopWork().finally(() => process.exit(code));
    });
}

/** Breaks off what would not let the process end. */
export const stopWork = () => Promise.all([stopQueries(patience), stopRunner()]);
