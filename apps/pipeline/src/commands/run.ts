import { type ConfigFlags, loadConfig } from '../config/load-config.js';
import { priorityOutreach } from '../engine/outreach.js';
import { runEngine } from '../engine/run-engine.js';
import { StageClock } from '../engine/stages.js';
import { type CommonFlags, answer, observerFor } from './context.js';

export interface RunFlags extends CommonFlags, ConfigFlags {
  dryRun?: boolean;
}

/** `clv run`: the whole engine, from customers to run folder. */
export async function runCommand(flags: RunFlags): Promise<void> {
  const config = await loadConfig(flags);
  const observer = observerFor(flags);
  const run = await runEngine(config, observer);
  const { out } = config;
  if (!flags.dryRun) {
    const { writeRunFolder } = await import('../run-folder/write-run-folder.js');
    await new StageClock(observer).run(
      'write',
      () => writeRunFolder(run, out),
      (files) => `${files.length} files in ${out}`,
    );
  }
  const { summaryText } = await import('../terminal/summary-text.js');
  answer(
    flags,
    () => run.summary,
    () => `\n${summaryText(run.summary, priorityOutreach(run, 10))}\n\n${nextStep(out, flags.dryRun)}`,
  );
}

const nextStep = (out: string, dryRun = false) =>
  dryRun
    ? 'Nothing was written (--dry-run).'
    : `Results are in ${out}. To see them: npm run dashboard (or clv serve --out ${out})`;
