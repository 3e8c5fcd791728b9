import { InvalidInputError, UnknownColumnError, type Fault } from '@clv/contracts';
import { readNumbers, type TableLike } from '@clv/table';

export interface FeatureColumn {
  column: string;
  /** NaN is missing. */
  values: Float64Array;
}

/** Squares of larger numbers, summed over many rows, leave the range of a double. */
const largest = 1e140;

/**
 * The feature columns of a table as numbers; NaN is missing.
 *
 * @throws InvalidInputError with every fault: unknown columns, cells that are neither blank nor finite numbers, columns
 * of unequal length, no rows.
 */
export function readFeatures(table: TableLike, features: readonly string[]): FeatureColumn[] {
  const columns: FeatureColumn[] = [];
  const faults: Fault[] = [];
  for (const column of features) {
    try {
      const values = readNumbers(table, column);
      columns.push({ column, values });
      faults.push(...sizeFaults(column, values));
    } catch (error) {
      faults.push(...faultsOf(error, column));
    }
  }
  faults.push(...shapeFaults(columns));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return columns;
}

function sizeFaults(column: string, values: Float64Array): Fault[] {
  const faults: Fault[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!(Math.abs(value) > largest)) continue;
    const [rule, is] = Number.isFinite(value)
      ? ['too-large', 'is too large']
      : ['not-finite', 'is not finite'];
    faults.push({ rule, message: `row ${i + 1}, ${column}: ${value} ${is}`, column, row: i + 1, value });
  }
  return faults;
}

function faultsOf(error: unknown, column: string): readonly Fault[] {
  if (error instanceof InvalidInputError) return error.faults;
  if (!(error instanceof UnknownColumnError)) throw error;
  return [{ rule: 'unknown-column', message: error.message, column }];
}

function shapeFaults(columns: readonly FeatureColumn[]): Fault[] {
  if (columns.length === 0) return [];
  const rows = Math.max(...columns.map(({ values }) => values.length));
  if (rows === 0) return [{ rule: 'empty-table', message: 'the table has no rows' }];
  return columns
    .filter(({ values }) => values.length < rows)
    .map(({ column, values }) => ({
      rule: 'ragged-column',
      message: `${column} has ${values.length} rows where the longest feature has ${rows}`,
      column,
    }));
}
