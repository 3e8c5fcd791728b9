import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { toXgboostJson } from '@clv/gbdt';
import writeFileAtomic from 'write-file-atomic';

import type { EngineRun } from '../engine/run-engine.js';
import { WriteError } from '../output/write-error.js';
import { reportHtml } from '../report/report-html.js';
import { arrowBytes } from './arrow.js';
import { csvText } from './csv.js';
import { resultTable } from './result-table.js';
import { runRecord } from './run-record.js';

/** Writes every file of a run folder, each whole or not at all, `run.json` last; returns their paths. */
export async function writeRunFolder(run: EngineRun, out: string): Promise<string[]> {
  const files = await runFiles(run);
  files.set('run.json', json(runRecord(run, files)));
  await mkdir(out, { recursive: true }).catch((cause) => {
    throw new WriteError(out, cause);
  });
  for (const [name, content] of files) {
    const path = join(out, name);
    await writeFileAtomic(path, typeof content === 'string' ? content : Buffer.from(content)).catch(
      (cause) => {
        throw new WriteError(path, cause);
      },
    );
  }
  return [...files.keys()].map((name) => join(out, name));
}

async function runFiles(run: EngineRun): Promise<Map<string, string | Uint8Array>> {
  const results = resultTable(run);
  const { id } = run.customers.schema.roles;
  return new Map<string, string | Uint8Array>([
    ['retention_results.csv', csvText(results)],
    ['retention_results.arrow', arrowBytes(results, new Set(id === undefined ? [] : [id]))],
    ['summary.json', json(run.summary)],
    ['churn_model.json', json(toXgboostJson(run.churn.trees))],
    ['segments.json', json(run.segments)],
    ['report.html', await reportHtml(run)],
  ]);
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
