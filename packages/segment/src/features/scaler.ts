import { InvalidInputError, type Fault } from '@clv/contracts';
import type { Points } from '../kmeans/points.js';
import { fitCategoryColumn, scaleCategories, type CategoryColumn } from './category-column.js';
import { fitNumberColumn, scaleNumbers, type NumberColumn, type Scale } from './number-column.js';
import type { FeatureColumn } from './read-features.js';

/** More levels are no category but an identifier or free text. */
const mostLevels = 50;

/** How one column of a table became coordinates. */
export type ScaledColumn = NumberColumn | CategoryColumn;

/** How the columns of a table became coordinates. */
export interface Scaler {
  scale: Scale;
  columns: ScaledColumn[];
}

export interface ScalerOptions {
  scale: Scale;
  /** The variance of a category's coordinates together, where a number has 1. */
  categoryWeight: number;
}

/**
 * Learns how each column becomes coordinates.
 *
 * @throws InvalidInputError where a category has more than 50 levels.
 */
export function fitScaler(
  features: readonly FeatureColumn[],
  { scale, categoryWeight }: ScalerOptions,
): Scaler {
  assertFewLevels(features);
  const columns = features.map((feature) =>
    feature.kind === 'number'
      ? fitNumberColumn(feature.column, feature.values, scale)
      : fitCategoryColumn(feature.column, feature.values, categoryWeight),
  );
  return { scale, columns };
}

/** This many rows at a time get all their coordinates, while they are in the processor's cache. */
const blockRows = 4_096;

/** The coordinates of rows, given each column's values. */
export function applyScaler({ columns }: Scaler, features: readonly FeatureColumn[]): Points {
  const dimensions = columns.reduce((sum, scaled) => sum + widthOf(scaled), 0);
  const rows = features[0].values.length;
  const points = new Float64Array(rows * dimensions);
  for (let from = 0; from < rows; from += blockRows) {
    let at = from * dimensions;
    for (const [c, scaled] of columns.entries()) {
      scaleBlock(scaled, features[c], from, points, at, dimensions);
      at += widthOf(scaled);
    }
  }
  return { values: points, rows, dimensions };
}

function scaleBlock(
  scaled: ScaledColumn,
  feature: FeatureColumn,
  from: number,
  points: Float64Array,
  at: number,
  stride: number,
): void {
  if (scaled.kind === 'number' && feature.kind === 'number') {
    scaleNumbers(scaled, feature.values.subarray(from, from + blockRows), points, at, stride);
  } else if (scaled.kind === 'category' && feature.kind === 'category') {
    scaleCategories(scaled, feature.values.slice(from, from + blockRows), points, at, stride);
  }
}

/** How many coordinates a column became. */
export function widthOf(scaled: ScaledColumn): number {
  return scaled.kind === 'number' ? 1 : scaled.levels.length;
}

/** @throws InvalidInputError where a category has more than 50 levels. */
export function assertFewLevels(features: readonly FeatureColumn[]): void {
  const faults: Fault[] = features.flatMap((feature) => {
    if (feature.kind === 'number') return [];
    const { column, values } = feature;
    const levels = new Set(values.filter((cell) => cell !== '')).size;
    if (levels <= mostLevels) return [];
    const message = `${column} has ${levels} levels: a category has at most ${mostLevels}`;
    return [{ rule: 'too-many-levels', message, column, value: levels }];
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
