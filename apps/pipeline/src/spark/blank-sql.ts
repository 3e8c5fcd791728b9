import { blankWords } from '@clv/table';

/** What `isBlank` says of a cell, in Spark's SQL. */
export function isBlankSql(column: string): string {
  const cell = `\`${column.replaceAll('`', '``')}\``;
  const words = blankWords.map((word) => `'${word}'`).join(', ');
  return `(${cell} IS NULL OR lower(trim(CAST(${cell} AS STRING))) IN (${words}))`;
}
