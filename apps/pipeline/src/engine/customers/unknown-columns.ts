import { type Fault, unknownName } from '@clv/contracts';

/** A fault for each column that is asked of a table and that it does not have. */
export const unknownColumns = (asked: readonly string[], columns: readonly string[]): Fault[] =>
  asked
    .filter((column) => !columns.includes(column))
    .map((column) => ({
      rule: 'unknown-column',
      column,
      message: unknownName('column', column, columns),
    }));
