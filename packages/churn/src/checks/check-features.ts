import { InvalidInputError } from '@clv/contracts';
import { featurelessFaults, infiniteFaults, type FittedTable, type TableLike } from '@clv/table';

/** @throws InvalidInputError where there is nothing to learn from, or a number is infinite; it names each column. */
export function checkFeatures(table: TableLike, encoded: FittedTable): void {
  for (const faults of [infiniteFaults(table, encoded), featurelessFaults(encoded)])
    if (faults.length > 0) throw new InvalidInputError(faults);
}
