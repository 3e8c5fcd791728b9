import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { RunSummary } from '@clv/contracts';

import { parseJson } from '../config/parse-json.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { refusal } from '../faults/refusal.js';
import { cannotRead } from '../input/cannot-read.js';
import type { RunRecord } from './run-record.js';

/** A JSON file of a run folder, and what a whole one has at least. */
interface RunFile {
  name: string;
  format: string;
  parts: readonly string[];
}

/** What was done in a run, and with what. */
export const readRunRecord = (run: string) =>
  readRunFile<RunRecord>(run, {
    name: 'run.json',
    format: 'clv-run',
    parts: ['config', 'roles', 'input', 'files'],
  });

/** The models of a run. */
export const readScorer = (run: string) =>
  readRunFile<Scorer>(run, {
    name: 'scorer.json',
    format: 'clv-scorer',
    parts: ['schema', 'churn', 'segments', 'terms', 'offers', 'shadow_price'],
  });

/** The totals of a run. */
export const readSummary = (run: string) =>
  readRunFile<RunSummary>(run, {
    name: 'summary.json',
    format: 'clv-summary',
    parts: ['customers', 'columns', 'segments', 'offers'],
  });

/** @throws InvalidInputError that says what is not as it must be. */
async function readRunFile<T>(run: string, { name, format, parts }: RunFile): Promise<T> {
  const file = join(run, name);
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'ENOTDIR'].includes(cause.code!)) throw cannotRead(file, cause);
    throw refusal(
      'no-run',
      file,
      `${run} is not a run folder: no ${name} (${cause.code}); make a run folder with clv run`,
    );
  });
  const document = parseJson(text, file) as Record<string, unknown> | null;
  if (document?.format !== format || document.version !== 1)
    throw refusal('no-run', file, `${file} is not a ${format} of version 1`);
  const missing = parts.filter((part) => document[part] === undefined);
  if (missing.length > 0)
    throw refusal(
      'no-run',
      file,
      `${file} is damaged: it has no ${missing.join(', ')}; make the run folder again`,
    );
  return document as T;
}
