import { InvalidInputError } from '@clv/contracts';
import { encodeFeatures, type Schema, type TableLike } from '@clv/table';
import { rowsWhere } from './select-rows.js';

/** Folds that are spans of time. */
export interface TimeOrderedFolds {
  /** -1 where the label is not known. */
  foldOf: Int8Array;
  /** Whether customers of the latest time are in earlier folds too, because the last one cannot hold them all. */
  isLatestCut: boolean;
}

/**
 * Divides the rows whose label is known into spans of time of (nearly) equal size: the last fold holds the latest.
 *
 * @param column dates or numbers that grow with time.
 * @throws InvalidInputError where a known row has no time, the column holds neither, or all who churned, or stayed, are in one
 *   span.
 */
export function timeOrderedFolds(
  table: TableLike,
  schema: Schema,
  column: string,
  labels: Int8Array,
  folds: number,
): TimeOrderedFolds {
  const times = readTimes(table, schema, column);
  const known = rowsWhere(labels.length, (row) => labels[row] >= 0);
  const blank = known.filter((row) => Number.isNaN(times[row]));
  if (blank.length > 0)
    throw new InvalidInputError(
      Array.from(blank, (row) => ({
        rule: 'no-time',
        message: `row ${row + 1}, ${column}: a customer whose outcome is known needs a time`,
        column,
        row: row + 1,
      })),
    );
  const foldOf = new Int8Array(labels.length).fill(-1);
  known
    .sort((a, b) => times[a] - times[b] || a - b)
    .forEach((row, rank) => (foldOf[row] = Math.floor((rank * folds) / known.length)));
  checkSpans(labels, foldOf, folds, column);
  const latest = times[known[known.length - 1]];
  const isLatestCut = known.some((row) => times[row] === latest && foldOf[row] < folds - 1);
  return { foldOf, isLatestCut };
}

/** Each span is predicted by the others, which must hold customers of both kinds. */
function checkSpans(labels: Int8Array, foldOf: Int8Array, folds: number, column: string): void {
  const spansOf = [new Set<number>(), new Set<number>()];
  for (let row = 0; row < labels.length; row++) if (foldOf[row] >= 0) spansOf[labels[row]].add(foldOf[row]);
  const faults = ['stayed', 'churned'].flatMap((kind, label) => {
    const [span, ...others] = spansOf[label];
    if (others.length > 0) return [];
    const message = `${column}: all customers who ${kind} are in span ${span + 1} of ${folds}, so that the others cannot tell who does; give customers of a longer time, or put no time in order`;
    return [{ rule: 'one-span', message, column }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** Later is larger: dates are encoded as months before the latest, and so are turned round. */
function readTimes(table: TableLike, schema: Schema, column: string): Float32Array {
  const { matrix, encoding } = encodeFeatures(table, {
    ...schema,
    roles: { ...schema.roles, features: [column] },
  });
  const [{ kind }] = encoding.columns;
  if (kind === 'date') return matrix.data.map((months) => -months);
  if (kind === 'number') return matrix.data;
  throw new InvalidInputError([
    {
      rule: 'no-time',
      message: `${column} must hold dates or numbers to put customers in order of time: it holds ${kind} values`,
      column,
    },
  ]);
}
