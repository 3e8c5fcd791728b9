import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { exceedsFitRows, withLargeSource } from '../blockwise/large-source.js';
import { runBlockwise } from '../blockwise/run-blockwise.js';
import type { Config } from '../config/config.js';
import { type ConfigFlags, loadConfig } from '../config/load-config.js';
import { type CheckpointsFor, noCheckpoints } from '../engine/stages/checkpoints.js';
import { priorityOutreach } from '../engine/evidence/outreach.js';
import { runEngine } from '../engine/run-engine.js';
import type { EngineRun } from '../engine/engine-run.js';
import { type RunObserver, StageClock } from '../engine/stages/stages.js';
import { spareInput } from '../input/spare-input.js';
import { writeRejects } from '../output/tables/write-rejects.js';
import { tableFormat } from '../output/tables/table-format.js';
import { keepApart } from '../run-folder/keep-apart.js';
import { whileLocked } from '../files/lock-folder.js';
import { unfinishedPath } from '../files/unfinished-files.js';
import { writeFile } from '../files/write-file.js';
import { type PlannedFile, makeFolder } from '../files/write-whole.js';
import type { WriteTarget } from '../output/targets/target.js';
import { writeTarget } from '../output/targets/write-target.js';
import { campaignName } from '../run-folder/campaign-table.js';
import { resultNames } from '../run-folder/results/result-names.js';
import { shownCustomers } from '../run-folder/shown-customers.js';
import { removeStageFiles, stageFiles } from '../run-folder/stage-files.js';
import { type CommonFlags, answer, observerFor } from './context.js';

export interface RunFlags extends CommonFlags, ConfigFlags {
  dryRun?: boolean;
  resume?: boolean;
  heldOut?: string;
}

/** `clv run`: the whole engine, from customers to run folder. */
export async function runCommand(flags: RunFlags): Promise<void> {
  const config = await loadConfig(flags);
  if (config.rejects !== undefined) tableFormat(config.rejects);
  const targets = config.write.map(writeTarget);
  const besides = [...config.write, ...(config.rejects === undefined ? [] : [config.rejects])];
  const results = Object.values(resultNames).map((name) => join(config.out, name));
  await spareInput(config.input, [...besides, ...results]);
  keepApart(besides, config.out);
  const run = flags.dryRun
    ? await engineRun(config, flags, targets)
    : await whileLocked(config.out, async () => {
        const written = await engineRun(config, flags, targets);
        await removeStageFiles(config.out);
        return written;
      });
  if (flags.heldOut !== undefined) {
    const { heldOutBytes } = await import('../spark/batches/held-out.js');
    await writeFile(flags.heldOut, heldOutBytes(run.prescribed));
  }
  const { toldOfRun } = await import('../privacy/told-counts.js');
  const { summaryText } = await import('../terminal/summary-text.js');
  answer(
    flags,
    () => run.summary,
    () =>
      `\n${summaryText(run, toldOfRun(run), priorityOutreach(run, 10))}\n\n${flags.dryRun ? nothingWritten : nextStep(config.out)}`,
  );
}

async function engineRun(
  config: Config,
  flags: RunFlags,
  targets: readonly WriteTarget[],
): Promise<EngineRun> {
  const { dryRun, resume = false } = flags;
  const observer = observerFor(flags);
  const checkpointsFor: CheckpointsFor = (inputHash) =>
    dryRun ? noCheckpoints : stageFiles(config, inputHash, resume);
  return (await exceedsFitRows(config))
    ? runLarge(config, new StageClock(observer), { targets, checkpointsFor, dryRun })
    : runInMemory(config, observer, { targets, checkpointsFor, dryRun });
}

interface Delivery {
  targets: readonly WriteTarget[];
  checkpointsFor: CheckpointsFor;
  dryRun?: boolean;
}

/** The results are written while it is still judged how good they are. */
async function runInMemory(
  config: Config,
  observer: RunObserver,
  { targets, checkpointsFor, dryRun = false }: Delivery,
): Promise<EngineRun> {
  if (dryRun) return runEngine(config, observer, { checkpointsFor });
  const { ResultsBeside } = await import('../run-folder/results/results-beside.js');
  const { reportBeside } = await import('../report/report-beside.js');
  const results = new ResultsBeside(config.out);
  try {
    const run = await runEngine(config, observer, { checkpointsFor, listeners: [results, reportBeside] });
    await deliver(run, targets, new StageClock(observer), results.files(run.prescribed));
    return run;
  } finally {
    results.abandon();
  }
}

/** More customers than memory holds: their results are written while their source is open. */
function runLarge(
  config: Config,
  clock: StageClock,
  { targets, checkpointsFor, dryRun = false }: Delivery,
): Promise<EngineRun> {
  const written = [resultNames.parquet, campaignName].map((name) => unfinishedPath(config.out, name));
  return withLargeSource(config, written, async (source, known) => {
    const scratch = dryRun ? tmpdir() : config.out;
    if (!dryRun) makeFolder(config.out);
    const { run, customers, close } = await runBlockwise(source, known, clock, { scratch, checkpointsFor });
    try {
      const { dashboardFile } = await import('../run-folder/results/result-files.js');
      if (!dryRun)
        await deliver({ ...run, config }, targets, clock, [dashboardFile(shownCustomers(run)), ...customers]);
      return run;
    } finally {
      close();
    }
  });
}

/** The run folder first, so that what goes elsewhere can be made again from a run that is whole. */
async function deliver(
  run: EngineRun,
  targets: readonly WriteTarget[],
  clock: StageClock,
  results?: readonly PlannedFile[],
): Promise<void> {
  const { out, rejects } = run.config;
  const { writeRunFolder } = await import('../run-folder/write-run-folder.js');
  if (rejects !== undefined) await writeRejects(rejects, run.customers.rejects);
  const { record } = await clock.run(
    'write',
    () => writeRunFolder(run, out, results),
    ({ files }) => `${files.length} files in ${out}`,
  );
  for (const target of targets)
    await clock.run(
      'deliver',
      () => deliverTo(target, run, record.run_id),
      () => `${target.name}, as run ${record.run_id}`,
    );
}

async function deliverTo({ write, writeFile }: WriteTarget, run: EngineRun, runId: string): Promise<void> {
  if (run.fitted) return writeFile(join(run.config.out, resultNames.parquet), runId);
  const { resultTable } = await import('../run-folder/results/result-table.js');
  const { withTexts } = await import('../block/texts/with-texts.js');
  return write([withTexts(resultTable(run.prescribed), run.customers.writtenAsText)], runId);
}

const nothingWritten = 'Nothing was written (--dry-run).';

function nextStep(out: string): string {
  const [serve, dashboard] = out === 'out' ? ['', ''] : [` --run ${out}`, ` -- --run ${out}`];
  return `Results are in ${out}. To see them: clv serve${serve} (in a clone of the repository: npm run dashboard${dashboard})`;
}
