import { stat } from 'node:fs/promises';

import { quotedText } from '../duckdb/sql-text.js';
import { refusal } from '../faults/refusal.js';
import { cannotRead } from './cannot-read.js';
import { duckDbApi } from '../duckdb/load.js';

/**
 * The files that an input names: itself, or all that match where it is a glob (`data/*.csv`), in the order of their names.
 *
 * @param name what to call it in messages, without what the environment holds.
 */
export async function findFiles(input: string, name: string): Promise<string[]> {
  const found = await stat(input).catch((cause: NodeJS.ErrnoException) => cause);
  if (!('isDirectory' in found)) {
    if (found.code !== 'ENOENT') throw cannotRead(name, found);
    if (!isGlob(input)) throw refusal('no-such-file', name, `no such file: ${name}`);
    const files = await matching(input);
    if (files.length === 0) throw refusal('no-such-file', name, `no file matches ${name}`);
    return files;
  }
  if (found.isDirectory())
    throw refusal(
      'not-a-file',
      name,
      `${name} is a folder, not a file (its files: ${name.replace(/\/$/, '')}/*.csv)`,
    );
  if (found.size === 0) throw refusal('empty-file', name, `${name} is empty`);
  return [input];
}

const isGlob = (input: string) => /[*?[]/.test(input);

async function matching(glob: string): Promise<string[]> {
  const { DuckDBInstance } = duckDbApi();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`SELECT file FROM glob(${quotedText(glob)}) ORDER BY file`);
    return reader.getRows().map(([file]) => String(file));
  } finally {
    connection.closeSync();
  }
}
