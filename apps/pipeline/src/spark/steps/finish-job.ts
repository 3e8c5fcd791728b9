import { createHash } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { formatCount } from '@clv/charts';
import type { RunSummary } from '@clv/contracts';

import { scaledEvidence } from '../../blockwise/whole/scaled-evidence.js';
import { summaryOfAll } from '../../blockwise/whole/summary-of-all.js';
import type { PolicyFigures } from '../../engine/policy/policy-totals.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import { whileLocked } from '../../files/lock-folder.js';
import { type PlannedFile, jsonFile, writeWhole } from '../../files/write-whole.js';
import { writeArrow } from '../../run-folder/results/write-arrow.js';
import { readRunRecord, readSummary } from '../../run-folder/read-run-file.js';
import { resultNames } from '../../run-folder/results/result-names.js';
import type { RunRecord } from '../../run-folder/run-record.js';
import { version } from '../../version.js';
import type { ShownCustomers } from '../batches/read-shown.js';
import { readJson } from '../documents/read-json.js';
import type { SparkSettlement } from '../documents/settlement.js';
import * as shapes from '../documents/shapes.js';
import type { SparkJob } from '../documents/spark-job.js';
import { requiredId } from '../required-id.js';

/** `run.json` of such a job. */
interface SparkRunRecord extends RunRecord {
  results: string;
  /** A table is too much to hash; its files tell which it was, as lakes write new ones under new names. */
  input: RunRecord['input'] & { files?: { count: number; names_sha256: string } };
}

const asTheyAre = ['churn_model.json', 'segments.json', 'churn_report.json', 'model_card.md'];

/** A job whose results Spark has written. */
interface WrittenJob {
  job: SparkJob;
  /** The folder of the run that fitted the models. */
  run: string;
  scorer: Scorer;
  settlement: SparkSettlement;
  /** What the policy comes to. */
  figures: PolicyFigures;
  /** The few customers that the dashboard shows. */
  shown: ShownCustomers;
}

/**
 * Writes the run folder of a job: totals of all customers, the models, and for the dashboard a few of the customers;
 * `run.json` last, so that a folder that has it is whole.
 */
export async function finishJob(written: WrittenJob, out: string): Promise<RunSummary> {
  const { job, run, scorer, settlement, figures, shown } = written;
  const [fitted, record] = await Promise.all([readSummary(run), readRunRecord(run)]);
  const summary = summaryOf(fitted, written);
  const survival = scorer.churn.survival ?? null;
  const files: PlannedFile[] = [
    {
      name: resultNames.arrow,
      write: async (path) => writeArrow(shown, new Set([requiredId(scorer)]), path),
    },
    jsonFile('summary.json', () => summary),
    jsonFile('scorer.json', (): Scorer => ({ ...scorer, shadow_price: settlement.shadowPrice })),
    ...asTheyAre.map((name) => ({ name, write: (path: string) => copyFile(join(run, name), path) })),
    ...(job.fitted === null ? [] : await evidenceFiles(run, summary.customers / fitted.customers)),
  ];
  await whileLocked(out, () =>
    writeWhole(out, files, (hashes) =>
      jsonFile('run.json', () => recordOf({ ...record, survival }, figures, job, hashes)),
    ),
  );
  return summary;
}

function summaryOf(fitted: RunSummary, { job, scorer, settlement, figures }: WrittenJob): RunSummary {
  const { auc_ceiling: _, choice_stability: __, holdout: ___, ...quality } = fitted;
  return summaryOfAll(quality, figures, {
    budget: job.budget,
    cost: (scorer.budget_basis ?? 'expected') === 'expected' ? settlement.spent : figures.spend,
    notice: noticeOf(job),
  });
}

const noticeOf = ({ fitted, rows, results }: SparkJob) =>
  `${fitted === null ? 'The models are those of an earlier run.' : `The models were fitted on a random ${formatCount(fitted)} of the ${formatCount(rows)} rows, and judged on them held out.`} Spark scored every customer, and one budget was spent over all. The dashboard shows a random few; ${results} holds all.`;

/** Policies, assumptions and frontier of the sample, as those of all. */
async function evidenceFiles(run: string, factor: number): Promise<PlannedFile[]> {
  const [policies, assumptions, frontier] = await Promise.all([
    readJson(join(run, 'policies.json'), shapes.policies),
    readJson(join(run, 'sensitivity.json'), shapes.assumptions),
    readJson(join(run, 'frontier.json'), shapes.frontier),
  ]);
  const scaled = scaledEvidence({ policies, assumptions, frontier }, factor);
  return [
    jsonFile('policies.json', () => scaled.policies),
    jsonFile('sensitivity.json', () => scaled.assumptions),
    jsonFile('frontier.json', () => scaled.frontier),
  ];
}

function recordOf(
  { config, seed, roles, survival }: RunRecord,
  figures: PolicyFigures,
  { input, results, rows, files: read, fitted, budget, spark, seconds }: SparkJob,
  files: ReadonlyMap<string, RunRecord['files'][string]>,
): SparkRunRecord {
  const decisive = JSON.stringify([version, { ...config, budget }, input, figures]);
  return {
    format: 'clv-run',
    version: 1,
    config: { ...config, input, budget },
    seed,
    roles,
    run_id: config.run_id ?? createHash('sha256').update(decisive).digest('hex').slice(0, 16),
    input: {
      name: input,
      read: rows,
      rows,
      rejected: 0,
      ...(read.length > 0 && { files: snapshotOf(read) }),
    },
    results,
    survival,
    versions: { clv: version, node: process.version, ...{ spark } },
    files: Object.fromEntries(files),
    ...(fitted !== null && { fitted: { rows: fitted, of: rows } }),
    seconds,
  };
}

function snapshotOf(files: readonly string[]) {
  const names = files.toSorted().join('\n');
  return { count: files.length, names_sha256: createHash('sha256').update(names).digest('hex') };
}
