import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { modelCard } from '@clv/churn';
import { toXgboostText } from '@clv/gbdt';

import type { EngineRun } from '../engine/engine-run.js';
import { priorityOutreach } from '../engine/evidence/outreach.js';
import { scorerOf } from '../engine/policy/scorer.js';
import { removeAbandoned } from '../files/unfinished-files.js';
import { asWriting } from '../files/write-error.js';
import { type PlannedFile, jsonFile, writeWhole } from '../files/write-whole.js';
import { reportHtml } from '../report/report-html.js';
import { campaignName } from './campaign-table.js';
import { resultFiles } from './results/result-files.js';
import { resultNames } from './results/result-names.js';
import { type RunRecord, runRecord } from './run-record.js';

/** A run folder that is whole: the paths of its files, and what `run.json` says. */
export interface WrittenRun {
  files: string[];
  record: RunRecord;
}

/**
 * Writes every file of a run folder, each whole or not at all, `run.json` last.
 *
 * @param customers the files that hold all customers, where they are being written already (default: they are written here).
 */
export async function writeRunFolder(
  run: EngineRun,
  out: string,
  customers?: readonly PlannedFile[],
): Promise<WrittenRun> {
  const files = [...runFiles(run), ...(customers ?? resultFiles(run.prescribed))];
  let record: RunRecord;
  const written = await writeWhole(out, files, (found) => {
    record = runRecord(run, found);
    return jsonFile('run.json', () => record);
  });
  await Promise.all(
    sometimes
      .filter((name) => !written.has(name))
      .map((name) => asWriting(join(out, name), (file) => rm(file, { force: true }))),
  );
  // A killed run of another kind may have begun files that this one does not have.
  await removeAbandoned(out, [...sometimes, campaignName]);
  return { files: [...written.keys()].map((name) => join(out, name)), record: record! };
}

/** What not every run has: of an earlier run of the folder they would be taken for this one's. Who was held out stays known. */
const sometimes: readonly string[] = ['uplift.json', resultNames.csv, resultNames.parquet];

function runFiles(run: EngineRun): PlannedFile[] {
  return [
    jsonFile('summary.json', () => run.summary),
    { name: 'churn_model.json', write: (path) => writeFile(path, `${toXgboostText(run.churn.trees)}\n`) },
    jsonFile('segments.json', () => run.segments),
    jsonFile('scorer.json', () => scorerOf(run)),
    jsonFile('churn_report.json', () => run.churn.report),
    { name: 'model_card.md', write: (path) => writeFile(path, modelCard(run.churn)) },
    jsonFile('reasons.json', () => priorityOutreach(run, run.evidence.reasons.size)),
    jsonFile('policies.json', () => run.evidence.policies),
    jsonFile('sensitivity.json', () => run.evidence.assumptions),
    jsonFile('frontier.json', () => run.evidence.frontier),
    ...(run.evidence.effects ? [jsonFile('uplift.json', () => run.evidence.effects)] : []),
    { name: 'report.html', write: async (path) => writeFile(path, await reportHtml(run)) },
  ];
}
