import { open } from 'node:fs/promises';
import { extname } from 'node:path';

import { refusal } from '../faults/refusal.js';

/** The kinds of file that hold a table. */
export type FileKind = 'csv' | 'parquet' | 'json' | 'arrow';

const kinds: Readonly<Record<string, FileKind>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.parquet': 'parquet',
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
  '.arrow': 'arrow',
  '.arrows': 'arrow',
  '.ipc': 'arrow',
  '.feather': 'arrow',
};

const spreadsheets: ReadonlySet<string> = new Set(['.xlsx', '.xls', '.xlsm', '.xlsb', '.ods', '.numbers']);

/** The kind that a file's name says; `name` is what to call it in messages. */
export function kindByName(file: string, name: string): FileKind {
  const extension = extname(file.replace(/\.gz$/i, '')).toLowerCase();
  if (Object.hasOwn(kinds, extension)) return kinds[extension];
  if (spreadsheets.has(extension))
    throw refusal('unknown-format', name, `${name} is a spreadsheet: save its sheet as CSV, and give that`);
  throw refusal(
    'unknown-format',
    name,
    `${name}: unknown kind of file; known are ${Object.keys(kinds).join(', ')}, each with or without .gz where it is text`,
  );
}

/** The kind that a file's first bytes say, for what has no name, such as standard input; text that is not JSON is CSV. */
export async function kindByContent(file: string): Promise<{ kind: FileKind; gzip: boolean }> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0).finally(() => handle.close());
  const head = buffer.subarray(0, bytesRead);
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return { kind: 'parquet', gzip: false };
  // An Arrow stream begins with a continuation mark in place of the file's name.
  if (head.subarray(0, 6).toString('latin1') === 'ARROW1' || (head.length >= 8 && head.readInt32LE(0) === -1))
    return { kind: 'arrow', gzip: false };
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'csv', gzip: true };
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return { kind: /^(\{\s*["}]|\[\s*[{\]])/.test(text) ? 'json' : 'csv', gzip: false };
}
