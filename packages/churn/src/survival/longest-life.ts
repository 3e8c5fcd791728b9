import { readNumbers, type Schema, type TableLike } from '@clv/table';

/** Months: longer than anyone is a customer. A tenure beyond it is in another unit of time, or a code for unknown. */
export const longestLife = 1200;

/** What a table's tenures say that cannot be months, as a sentence; none where they can. */
export function strangeTenures(table: TableLike, { roles: { tenure }, decimal }: Schema): string[] {
  if (tenure === undefined) return [];
  let longest = 0;
  const tenures = readNumbers(table, tenure, { decimal });
  for (let row = 0; row < tenures.length; row++) if (tenures[row] > longest) longest = tenures[row];
  if (longest <= longestLife) return [];
  return [
    `${tenure} reaches ${longest.toLocaleString('en-US')} months, more than a hundred years: is it in months? Longer ones count as ${longestLife.toLocaleString('en-US')}`,
  ];
}
