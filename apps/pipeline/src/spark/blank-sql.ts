import { blankWords } from '@clv/table';

const longest = Math.max(...blankWords.map((word) => word.length));

/** What `isBlank` says of a cell, in Spark's SQL. Lower case is dear there, so only of cells as short as the words. */
export function isBlankSql(column: string): string {
  const cell = `\`${column.replaceAll('`', '``')}\``;
  const trimmed = `trim(CAST(${cell} AS STRING))`;
  const words = blankWords.map((word) => `'${word}'`).join(', ');
  return `(${cell} IS NULL OR (octet_length(${trimmed}) <= ${longest} AND lower(${trimmed}) IN (${words})))`;
}
