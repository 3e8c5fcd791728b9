import { InvalidInputError, type Fault } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import type { FeatureOptions } from '../fit-options.js';
import type { Points } from '../kmeans/points.js';
import type { SegmentModel } from '../segment-model.js';
import { readFeatures, type FeatureColumn } from './read-features.js';
import { applyScaler, fitScaler, type Scaler } from './scaler.js';

/** The rows of a table in coordinates that a scaler learnt from them. */
export function prepareRows(
  table: TableLike,
  { features, categories, scale, categoryWeight }: Required<FeatureOptions>,
): { scaler: Scaler; points: Points } {
  const columns = readFeatures(table, [
    ...features.map((column) => ({ kind: 'number' as const, column })),
    ...categories.map((column) => ({ kind: 'category' as const, column })),
  ]);
  assertFilled(columns);
  const scaler = fitScaler(columns, { scale, categoryWeight });
  return { scaler, points: applyScaler(scaler, columns) };
}

/** The rows of a table in a model's coordinates. */
export function scaledRows({ scaler }: SegmentModel, table: TableLike): Points {
  return applyScaler(scaler, readFeatures(table, scaler.columns));
}

function assertFilled(columns: readonly FeatureColumn[]): void {
  const isBlank = ({ kind, values }: FeatureColumn) =>
    kind === 'number' ? values.every(Number.isNaN) : values.every((cell) => cell === '');
  const faults: Fault[] = columns
    .filter(isBlank)
    .map(({ column }) => ({ rule: 'blank-column', message: `${column} has no values`, column }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}
