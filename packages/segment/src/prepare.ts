import { InvalidInputError, type Fault } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import type { FeatureOptions } from './fit-options.js';
import type { Points } from './kmeans/points.js';
import { readFeatures, type FeatureColumn } from './read-features.js';
import { applyScaler, fitScaler, type ScaledColumn, type Scaler } from './scale/scaler.js';
import type { SegmentModel } from './segment-model.js';

/** More levels are no category but an identifier or free text. */
const mostLevels = 50;

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
  assertFewLevels(scaler.columns);
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

function assertFewLevels(columns: readonly ScaledColumn[]): void {
  const faults: Fault[] = columns.flatMap((scaled) => {
    if (scaled.kind === 'number' || scaled.levels.length <= mostLevels) return [];
    const { column, levels } = scaled;
    const message = `${column} has ${levels.length} levels: a category has at most ${mostLevels}`;
    return [{ rule: 'too-many-levels', message, column, value: levels.length }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
