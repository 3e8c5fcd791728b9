import { type ConfigFlags, loadConfig } from '../config/load-config.js';
import { priorityOutreach } from '../engine/outreach.js';
import { runEngine } from '../engine/run-engine.js';
import type { EngineRun } from '../engine/engine-run.js';
import { StageClock } from '../engine/stages.js';
import { writeRejects } from '../output/write-rejects.js';
import { type WriteTarget, writeTarget } from '../output/write-targets.js';
import { type CommonFlags, answer, observerFor } from './context.js';

export interface RunFlags extends CommonFlags, ConfigFlags {
  dryRun?: boolean;
}

/** `clv run`: the whole engine, from customers to run folder. */
export async function runCommand(flags: RunFlags): Promise<void> {
  const config = await loadConfig(flags);
  const targets = config.write.map(writeTarget);
  const observer = observerFor(flags);
  const run = await runEngine(config, observer);
  if (!flags.dryRun) await deliver(run, targets, new StageClock(observer));
  const { summaryText } = await import('../terminal/summary-text.js');
  answer(
    flags,
    () => run.summary,
    () => `\n${summaryText(run.summary, priorityOutreach(run, 10))}\n\n${nextStep(config.out, flags.dryRun)}`,
  );
}

/** The run folder first, so that what goes elsewhere can be made again from a run that is whole. */
async function deliver(run: EngineRun, targets: readonly WriteTarget[], clock: StageClock): Promise<void> {
  const { out, rejects } = run.config;
  const { writeRunFolder } = await import('../run-folder/write-run-folder.js');
  if (rejects !== undefined) await writeRejects(rejects, run.customers.rejects);
  const { record } = await clock.run(
    'write',
    () => writeRunFolder(run, out),
    ({ files }) => `${files.length} files in ${out}`,
  );
  const { resultTable } = await import('../run-folder/result-table.js');
  for (const { name, write } of targets)
    await clock.run(
      'deliver',
      () => write([resultTable(run.prescribed)], record.run_id),
      () => `${name}, as run ${record.run_id}`,
    );
}

const nextStep = (out: string, dryRun = false) =>
  dryRun
    ? 'Nothing was written (--dry-run).'
    : `Results are in ${out}. To see them: npm run dashboard (or clv serve --out ${out})`;
