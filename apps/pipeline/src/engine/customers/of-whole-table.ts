import type { Fault } from '@clv/contracts';

/**
 * Faults of some rows of a table as faults of the table, in their messages too.
 *
 * @param name what messages call the table.
 * @param numbers the number of each of the rows in the table, from 1.
 */
export function ofWholeTable(
  name: string,
  faults: readonly Fault[],
  numbers: ArrayLike<number>,
): readonly Fault[] {
  const numberOf = (row: number | string) => numbers[Number(row) - 1];
  return faults.map((fault) => {
    if (fault.row === undefined) return fault;
    const row = numberOf(fault.row);
    const begins = `${name}: row ${fault.row},`;
    const rest = fault.message.startsWith(begins)
      ? `${name}: row ${row},${fault.message.slice(begins.length)}`
      : fault.message;
    const message =
      fault.rule === 'duplicate-id'
        ? rest.replace(/(?<=stands in row )\d+(?= too$)/, (first) => String(numberOf(first)))
        : rest;
    return { ...fault, row, message };
  });
}
