import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { parseJson } from '../config/parse-json.js';

/** The formats of a run folder's files, and what a whole one has at least. */
const parts = {
  'clv-run': ['config', 'roles', 'input', 'files'],
  'clv-scorer': ['schema', 'churn', 'segments', 'terms', 'offers', 'shadow_price'],
  'clv-summary': ['customers', 'columns', 'segments', 'offers'],
} as const;

/** A JSON file of a run folder whose `format` is the one asked for; throws an `InvalidInputError` that says what is not. */
export async function readRunFile<T>(run: string, name: string, format: keyof typeof parts): Promise<T> {
  const file = join(run, name);
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw refusal(
      file,
      `${run} is not a run folder: no ${name} (${cause.code}); make a run folder with clv run`,
    );
  });
  const document = parseJson(text, file) as { format?: string; version?: number } | null;
  if (document?.format !== format || document.version !== 1)
    throw refusal(file, `${file} is not a ${format} of version 1`);
  const missing = parts[format].filter((part) => (document as Record<string, unknown>)[part] === undefined);
  if (missing.length > 0)
    throw refusal(file, `${file} is damaged: it has no ${missing.join(', ')}; make the run folder again`);
  return document as T;
}

const refusal = (path: string, message: string) => new InvalidInputError([{ rule: 'no-run', path, message }]);
