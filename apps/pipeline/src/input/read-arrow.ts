import { readFile } from 'node:fs/promises';

import { InvalidInputError } from '@clv/contracts';
import { type ColumnTable, fromArrow } from 'arquero';

import type { InputTable } from './input-table.js';

/** Reads an Arrow IPC file or stream. */
export async function readArrow(file: string): Promise<InputTable> {
  const bytes = await readFile(file);
  let table: ColumnTable;
  try {
    table = fromArrow(bytes);
  } catch (cause) {
    throw new InvalidInputError([
      { rule: 'not-arrow', path: file, message: `${file} is not an Arrow file: ${(cause as Error).message}` },
    ]);
  }
  const columns = new Map(
    table.columnNames().map((name) => [name, Array.from(table.array(name) as unknown[])]),
  );
  return { name: file, columns, rows: table.numRows() };
}
