import { basename, dirname, resolve } from 'node:path';

import type { Fault } from '@clv/contracts';

import { tableFormat } from './table-format.js';
import { writeWhole } from '../../files/write-whole.js';

/** Writes the faults of rows that were set aside as a table: line, row, column, value, rule and message. */
export async function writeRejects(file: string, rejects: readonly Fault[]): Promise<void> {
  const texts = (cell: (fault: Fault) => unknown) =>
    rejects.map((fault) => {
      const value = cell(fault);
      return value === undefined || value === null ? null : String(value);
    });
  const columns = {
    line: texts(({ line }) => line),
    row: texts(({ row }) => row),
    column: texts(({ column }) => column),
    value: texts(({ value }) => value),
    rule: texts(({ rule }) => rule),
    message: texts(({ message }) => message),
  };
  const format = tableFormat(file);
  const whole = resolve(file);
  await writeWhole(dirname(whole), [
    {
      name: basename(whole),
      write: (path) => format.write([{ rows: rejects.length, columns }], path),
    },
  ]);
}
