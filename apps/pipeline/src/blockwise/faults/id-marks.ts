import { blankWords } from '@clv/table';

import { joinColumns } from '../../block/join-columns.js';
import { readBlocks } from '../../duckdb/read-blocks.js';
import { quotedText } from '../../duckdb/sql-text.js';
import type { SourceColumn, TableSource } from '../../input/table-source.js';

/** The mark of a blank id. */
export const blankMark = -1;

/** What JavaScript trims, as SQL does not by itself. */
const whiteSpace =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const longestBlank = Math.max(...blankWords.map(({ length }) => length));

/** An id as text without white space at its ends; '' where it is blank. */
export function idText({ sql }: SourceColumn): string {
  const text = `trim(CAST(${sql} AS VARCHAR), ${quotedText(whiteSpace)})`;
  // Of IN, DuckDB makes a join, which does not keep the rows in order.
  const isBlank = blankWords.map((word) => `lower(${text}) = ${quotedText(word)}`).join(' OR ');
  return `CASE WHEN ${text} IS NULL OR ${isBlank} THEN '' ELSE ${text} END`;
}

/** A number of 53 bits for an id, which two different ones hardly ever share; it is odd where the id ends like a word. */
export function idMark(column: SourceColumn): string {
  const text = `CAST(${column.sql} AS VARCHAR)`;
  const endsLikeWord = (sql: string) => `CAST(right(${sql}, 1) > '9' AS INT)`;
  const hash = (sql: string) => `CAST(hash(${sql}) >> 12 AS DOUBLE) * 2 + ${endsLikeWord(sql)}`;
  const isAscii = (sql: string) => `${sql} >= '!' AND ${sql} < '\u0080'`;
  // Most ids are seen at once to be neither blank nor to begin or end with white space, which takes long to look for.
  const isPlain = `strlen(${text}) > ${longestBlank} AND ${isAscii(text)} AND ${isAscii(`right(${text}, 1)`)}`;
  const trimmed = idText(column);
  return `CASE WHEN ${isPlain} THEN ${hash(text)} WHEN ${trimmed} = '' THEN ${blankMark} ELSE ${hash(trimmed)} END`;
}

/** Whether a mark is that of an id that ends in a letter or a sign after it, such as a colon. */
export const isLikeWord = (mark: number) => mark % 2 === 1;

/** The marks of a source's ids, block by block. */
export async function* readMarks(source: TableSource, column: SourceColumn): AsyncGenerator<Float64Array> {
  const marks = [{ name: 'mark', sql: idMark(column), read: 'number' as const }];
  for await (const { columns } of readBlocks(source.connection, source.relation, marks))
    yield columns.mark as Float64Array;
}

/** All of them. */
export async function allMarks(source: TableSource, column: SourceColumn): Promise<Float64Array> {
  const parts: Float64Array[] = [];
  for await (const part of readMarks(source, column)) parts.push(part);
  return joinColumns(parts) as Float64Array;
}

/** The marks that stand more than once, ascending, up to so many; `marks` are put in order. */
export function sharedMarks(marks: Float64Array, most: number): number[] {
  marks.sort();
  const shared: number[] = [];
  for (let i = 1; i < marks.length && shared.length < most; i++)
    if (marks[i] === marks[i - 1] && shared.at(-1) !== marks[i]) shared.push(marks[i]);
  return shared;
}
