import { type Fault, offerColumn, resultColumns } from '@clv/contracts';

/** The columns that a run with a holdout adds besides: what the policy would give, and who gets it. */
const campaignColumns = ['planned_incentive', 'campaign_group'] as const;

/** What numbers the rows of a table without an id, in its results. */
export const rowColumn = 'row';

/** The names of all columns that a run may add to a customer's own. */
export const addedColumns = (offers: readonly { id: string }[]): string[] => [
  ...resultColumns,
  ...campaignColumns,
  ...['none', ...offers.map(({ id }) => id)].map(offerColumn),
];

/**
 * What prevents results from being added to a customer table's own columns: those that have the name of one that the results
 * add, and those that differ from an earlier one by case alone, as such names are one to SQL, which writes the results.
 *
 * @param id the column that names a customer, where there is one.
 */
export function faultsOfNames(
  columns: readonly string[],
  offers: readonly { id: string }[],
  id: string | undefined,
): Fault[] {
  const reserved = new Set(addedColumns(offers).map(asOneName));
  const earlier = new Map<string, string>();
  return columns.flatMap((column): Fault[] => {
    const name = asOneName(column);
    const alike = earlier.get(name);
    earlier.set(name, column);
    if (reserved.has(name)) {
      const message = `column ${column} has the name of a column that the results add; rename it`;
      return [{ rule: 'reserved-column', column, message }];
    }
    if (id === undefined && name === rowColumn) {
      const message = `column ${column}: the results of a table without an id number its rows in a column of that name; name the id (roles.id, which may be ${column}), or rename it`;
      return [{ rule: 'reserved-column', column, message }];
    }
    if (alike === undefined) return [];
    return [
      {
        rule: 'alike-columns',
        column,
        message: `columns ${alike} and ${column} differ by case alone; rename one`,
      },
    ];
  });
}

const asOneName = (name: string) => name.toLowerCase();
