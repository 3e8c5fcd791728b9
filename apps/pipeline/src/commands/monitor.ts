import { parseConfig } from '../config/load-config.js';
import { compareRuns } from '../monitor/compare-runs.js';
import { readMonitoredRun } from '../monitor/monitored-run.js';
import type { MonitorLimits } from '../monitor/monitor-report.js';
import { readLaterOutcomes } from '../monitor/read-later-outcomes.js';
import { readRunRecord } from '../run-folder/read-run-file.js';
import { monitorText } from '../terminal/monitor-text.js';
import { type CommonFlags, answer } from './context.js';

export interface MonitorFlags extends CommonFlags, Partial<MonitorLimits> {
  run: string;
  against: string;
  outcomes?: string;
}

/** Tells a scheduler by the exit code that a limit is exceeded. */
const limitCrossed = 3;

/** `clv monitor`: how far a run lies from an earlier one. */
export async function monitorCommand(flags: MonitorFlags): Promise<void> {
  const limits = await limitsOf(flags);
  const [before, now] = [await readMonitoredRun(flags.against), await readMonitoredRun(flags.run)];
  const outcomes = flags.outcomes === undefined ? undefined : await readLaterOutcomes(flags.outcomes, before);
  const report = await compareRuns(before, now, limits, outcomes);
  answer(
    flags,
    () => report,
    () => monitorText(report, now.summary.currency),
  );
  if (report.crossed.length > 0) process.exitCode = limitCrossed;
}

/** As the config of the run has them, and flags over it. */
async function limitsOf({ run, ...flags }: MonitorFlags): Promise<MonitorLimits> {
  const { config } = await readRunRecord(run);
  const said = (['psi', 'calibration', 'migration', 'offers'] as const).flatMap((limit) =>
    flags[limit] === undefined ? [] : [[limit, flags[limit]]],
  );
  return parseConfig({ monitor: { ...config.monitor, ...Object.fromEntries(said) } }).monitor;
}
