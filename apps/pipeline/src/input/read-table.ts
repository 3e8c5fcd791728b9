import { stat } from 'node:fs/promises';
import { extname } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import type { DuckDbFormat, InputTable } from './input-table.js';
import { readArrow } from './read-arrow.js';
import { readWithDuckDb } from './read-with-duckdb.js';
import { spoolStdin } from './spool-stdin.js';

/** Reads a customer table from a CSV, Parquet, JSON or Arrow file, or from standard input (`-`, CSV). */
export async function readTable(input: string): Promise<InputTable> {
  if (input === '-') return spoolStdin((file) => readWithDuckDb(file, 'standard input', 'csv'));
  await assertReadable(input);
  const format = formatOf(input);
  return format === 'arrow' ? readArrow(input) : readWithDuckDb(input, input, format);
}

const formats: Readonly<Record<string, DuckDbFormat | 'arrow'>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.parquet': 'parquet',
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
  '.arrow': 'arrow',
  '.feather': 'arrow',
};

function formatOf(input: string): DuckDbFormat | 'arrow' {
  const extension = extname(input.replace(/\.gz$/i, '')).toLowerCase();
  if (!Object.hasOwn(formats, extension))
    throw new InvalidInputError([
      {
        rule: 'unknown-format',
        path: input,
        message: `${input}: unknown kind of file; known are ${Object.keys(formats).join(', ')}`,
      },
    ]);
  return formats[extension];
}

async function assertReadable(input: string): Promise<void> {
  const refuse = (rule: string, message: string) => new InvalidInputError([{ rule, message, path: input }]);
  const file = await stat(input).catch((cause: NodeJS.ErrnoException) => {
    throw cause.code === 'ENOENT'
      ? refuse('no-such-file', `no such file: ${input}`)
      : refuse('unreadable-file', `cannot read ${input}: ${cause.code}`);
  });
  if (file.isDirectory()) throw refuse('not-a-file', `${input} is a folder, not a file`);
  if (file.size === 0) throw refuse('empty-file', `${input} is empty`);
}
