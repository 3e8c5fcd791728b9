import type { Fault } from '@clv/contracts';
import { type FeatureKinds, type Schema, readText, validateTable } from '@clv/table';

import type { Columns } from '../../block/block.js';
import { refuseFaults } from '../../faults/refuse-faults.js';
import { faultsOfNames } from './result-columns.js';

/** What customers are scored by. */
export interface ScoringTerms {
  schema: Schema;
  offers: readonly { id: string }[];
  /** What the cells of features must be: whatever most cells of this table are. */
  kinds: FeatureKinds;
}

/**
 * Finds every fault of a table of customers to be scored at once.
 *
 * @param name what to call the table in messages.
 * @throws InvalidInputError that lists them all.
 */
export function assertSoundCustomers(
  name: string,
  columns: Columns,
  { schema, offers, kinds }: ScoringTerms,
): void {
  const { faults } = validateTable(columns, schema, { kinds });
  refuseFaults(name, [
    ...faultsOfNames(Object.keys(columns), offers, schema.roles.id),
    ...ofColumnsOfOtherKind(faults, columns, kinds),
  ]);
}

/** More cells than these are told of as their column, where none of it is what the models learned. */
const few = 20;

function ofColumnsOfOtherKind(faults: readonly Fault[], columns: Columns, kinds: FeatureKinds): Fault[] {
  const others = [...countByColumn(faults)]
    .filter(([column, count]) => kinds.has(column) && count > few && count === countFilled(columns, column))
    .map(([column]) => column);
  return [
    ...faults.filter(({ column }) => column === undefined || !others.includes(column)),
    ...others.map((column): Fault => {
      const message = `${column}: no cell is a ${kinds.get(column)}, as when the models were fitted; give the column as it was, or fit them again`;
      return { rule: 'other-type', column, message };
    }),
  ];
}

function countByColumn(faults: readonly Fault[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { column } of faults)
    if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
  return counts;
}

const countFilled = (columns: Columns, column: string) =>
  column in columns ? readText(columns, column).filter((cell) => cell !== '').length : 0;
