import { InvalidInputError, UnknownColumnError, type Fault } from '@clv/contracts';
import { readColumn, readNumbers, readText, type TableLike } from '@clv/table';
import { rangeOf } from './range.js';

/**
 * A column as it is compared: by number, where NaN is missing, or by level, where '' is missing. Numbers may be the
 * table's own array: they are not written to.
 */
export type FeatureColumn =
  | { kind: 'number'; column: string; values: Float64Array }
  | { kind: 'category'; column: string; values: string[] };

/** Which column is read, and as what. */
export type FeatureRequest = Pick<FeatureColumn, 'kind' | 'column'>;

/** Squares of larger numbers, summed over many rows, leave the range of a double. */
const largest = 1e140;

/**
 * The feature columns of a table.
 *
 * @throws InvalidInputError with every fault: unknown columns, cells that are neither blank nor finite numbers, columns
 * of unequal length, no rows.
 */
export function readFeatures(table: TableLike, requests: readonly FeatureRequest[]): FeatureColumn[] {
  const columns: FeatureColumn[] = [];
  const faults: Fault[] = [];
  for (const request of requests) {
    try {
      const feature = readFeature(table, request);
      columns.push(feature);
      if (feature.kind === 'number') faults.push(...sizeFaults(feature.column, feature.values));
    } catch (error) {
      faults.push(...faultsOf(error, request.column, table));
    }
  }
  faults.push(...shapeFaults(columns));
  if (faults.length > 0) throw new InvalidInputError(faults);
  return columns;
}

function readFeature(table: TableLike, { kind, column }: FeatureRequest): FeatureColumn {
  if (kind === 'category') return { kind, column, values: readText(table, column) };
  const cells = readColumn(table, column);
  return { kind, column, values: cells instanceof Float64Array ? cells : readNumbers(table, column) };
}

function sizeFaults(column: string, values: Float64Array): Fault[] {
  const { low, high } = rangeOf(values);
  if (low >= -largest && high <= largest) return [];
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

function faultsOf(error: unknown, column: string, table: TableLike): readonly Fault[] {
  if (error instanceof UnknownColumnError) {
    return [{ rule: 'unknown-column', message: error.message, column }];
  }
  if (!(error instanceof InvalidInputError)) throw error;
  const filled = readText(table, column).filter((cell) => cell !== '').length;
  return error.faults.length === filled && filled > 1 ? [textFault(column)] : error.faults;
}

/** A column without a single number was mistaken for numbers: one fault says it better than one a row. */
function textFault(column: string): Fault {
  const message = `${column} holds text, not numbers: name it among categories`;
  return { rule: 'text-column', message, column };
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
