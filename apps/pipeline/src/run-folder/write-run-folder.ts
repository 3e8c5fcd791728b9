import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { modelCard } from '@clv/churn';
import { toXgboostJson } from '@clv/gbdt';

import type { Block } from '../block/block.js';
import { codeFewTexts } from '../block/code-few-texts.js';
import { priorityOutreach } from '../engine/outreach.js';
import type { EngineRun } from '../engine/engine-run.js';
import { scorerOf } from '../engine/scorer.js';
import { tableFormat, writeBlocks } from '../output/write-blocks.js';
import { type PlannedFile, jsonFile, makeFolder, writeWhole } from '../output/write-whole.js';
import { reportHtml } from '../report/report-html.js';
import { arrowBytes } from './arrow.js';
import { campaignTable } from './campaign-table.js';
import { resultTable } from './result-table.js';
import { type RunRecord, runRecord } from './run-record.js';
import { shownCustomers } from './shown-customers.js';

/** A run folder that is whole: the paths of its files, and what `run.json` says. */
export interface WrittenRun {
  files: string[];
  record: RunRecord;
}

/**
 * Writes every file of a run folder, each whole or not at all, `run.json` last.
 *
 * @param results the results of all customers, where the run holds those of a sample (default: the run's, as CSV).
 */
export async function writeRunFolder(
  run: EngineRun,
  out: string,
  results?: PlannedFile,
): Promise<WrittenRun> {
  await makeFolder(out);
  const shown = codeFewTexts(resultTable(shownCustomers(run)));
  let record: RunRecord;
  const written = await writeWhole(out, [results ?? csvFile(shown), ...runFiles(run, shown)], (files) => {
    record = runRecord(run, files);
    return jsonFile('run.json', () => record);
  });
  return { files: [...written.keys()].map((name) => join(out, name)), record: record! };
}

const csvFile = (block: Block): PlannedFile => ({
  name: 'retention_results.csv',
  write: (path) => writeBlocks([block], tableFormat('retention_results.csv'), path),
});

function runFiles(run: EngineRun, shown: Block): PlannedFile[] {
  const { id } = run.customers.schema.roles;
  const { campaign } = run.prescribed;
  return [
    {
      name: 'retention_results.arrow',
      write: (path) => writeFile(path, arrowBytes(shown, new Set(id === undefined ? [] : [id]))),
    },
    ...(campaign ? [parquetFile('campaign.parquet', () => campaignTable(run.prescribed, campaign))] : []),
    jsonFile('summary.json', () => run.summary),
    jsonFile('churn_model.json', () => toXgboostJson(run.churn.trees)),
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

const parquetFile = (name: string, block: () => Block): PlannedFile => ({
  name,
  write: (path) => writeBlocks([block()], tableFormat(name), path),
});
