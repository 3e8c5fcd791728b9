import { basename, dirname } from 'node:path';

import type { RunSummary } from '@clv/contracts';
import type { DecimalMark } from '@clv/table';

import { matchOutcomes } from '../campaign/match-outcomes.js';
import type { Measurement } from '../campaign/measurement.js';
import { measureRun } from '../campaign/measure-run.js';
import { nextExperiment } from '../campaign/next-experiment.js';
import { readCampaign } from '../campaign/read-campaign.js';
import { readOutcomes } from '../campaign/read-outcomes.js';
import { spareInput } from '../input/spare-input.js';
import { keepApart } from '../run-folder/keep-apart.js';
import { whileLocked } from '../files/lock-folder.js';
import { tableFormat } from '../output/tables/table-format.js';
import { jsonFile, writeWhole } from '../files/write-whole.js';
import { readRunRecord, readSummary } from '../run-folder/read-run-file.js';
import { measurementText } from '../terminal/measurement-text.js';
import { type CommonFlags, answer } from './context.js';

export interface MeasureFlags extends CommonFlags {
  input: string;
  run: string;
  id?: string;
  outcome: string;
  value?: string;
  cost?: string;
  offer?: string;
  decimal?: DecimalMark;
  experiment?: string;
  dryRun?: boolean;
}

/** `clv measure`: what a campaign won, from what became of those who got their offer and of those held out. */
export async function measureCommand(flags: MeasureFlags): Promise<void> {
  const { run, experiment, dryRun } = flags;
  if (experiment !== undefined) tableFormat(experiment);
  await spareInput(flags.input, experiment === undefined ? [] : [experiment]);
  keepApart(experiment === undefined ? [] : [experiment], run);
  const summary = await readSummary(run);
  const measurement = dryRun
    ? await measured(flags, summary)
    : await whileLocked(run, () => measured(flags, summary));
  answer(
    flags,
    () => measurement,
    () => measurementText(measurement),
  );
}

async function measured(flags: MeasureFlags, summary: RunSummary): Promise<Measurement> {
  const { run, experiment } = flags;
  const plan = await readCampaign(run);
  const { config } = await readRunRecord(run);
  const { id = summary.columns.id, decimal = config.decimal } = flags;
  const outcomes = await readOutcomes(flags.input, { ...flags, id, decimal });
  const offers = summary.offers.map(({ offer, label }) => ({ id: offer, label }));
  const matched = matchOutcomes(plan, outcomes);
  const { currency, horizon_months: horizonMonths } = summary;
  const measurement = measureRun({ run, currency, horizonMonths, offers }, plan, outcomes, matched);
  if (flags.dryRun) return measurement;
  if (experiment !== undefined) {
    const planned = { run, columns: summary.columns, offers, decimal: config.decimal };
    const log = await nextExperiment(planned, plan, outcomes, matched);
    const write = (path: string) => tableFormat(experiment).write([log], path);
    await writeWhole(dirname(experiment), [{ name: basename(experiment), write }]);
  }
  await writeWhole(run, [jsonFile('measurement.json', () => measurement)]);
  return measurement;
}
