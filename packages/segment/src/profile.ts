import { checkOptions, shapes } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { nearestSegments } from './assign.js';
import { assertSegmentModel } from './check-model.js';
import { readFeatures, type FeatureColumn } from './features/read-features.js';
import { applyScaler, assertFewLevels } from './features/scaler.js';
import { levelsBySegment } from './profiling/levels.js';
import { measureBySegment } from './profiling/measure.js';
import type { SegmentProfile } from './profiling/segment-profile.js';
import { summarise } from './profiling/summary.js';
import { traitEffects } from './profiling/trait-effects.js';
import type { SegmentModel } from './segment-model.js';

/** Which columns a profile covers besides the features. */
export interface ProfileSegmentsOptions {
  /** Columns of numbers to cover besides the model's own, such as the value and the risk (default none). */
  measures?: readonly string[];
  /** Columns of levels to cover besides the model's own (default none). */
  categories?: readonly string[];
}

const names = shapes.listOf(shapes.text);

/**
 * Describes the customers of each segment: how many, mean and quantiles of each measure, levels with their lift, and what sets
 * the segment apart (effects of at least 0.2 standard deviations, the greatest first).
 *
 * @throws InvalidInputError with every fault of the columns; InvalidOptionError for an unknown option.
 */
export function profileSegments(
  model: SegmentModel,
  table: TableLike,
  options: ProfileSegmentsOptions = {},
): SegmentProfile[] {
  checkOptions(options, { measures: names, categories: names });
  const { measures = [], categories = [] } = options;
  assertSegmentModel(model);
  const columns = profiledColumns(model, table, measures, categories);
  assertFewLevels(columns);
  const { segment } = nearestSegments(model, applyScaler(model.scaler, columns));
  const k = model.centroids.length;
  const effects = traitEffects(columns, segment, k);
  const measured = columns.flatMap((it) =>
    it.kind === 'number' ? [measureBySegment(it.column, it.values, segment, k)] : [],
  );
  const levelled = columns.flatMap((it) =>
    it.kind === 'category' ? [levelsBySegment(it.column, it.values, segment, k)] : [],
  );
  return model.names.map((name, s) => {
    const size = segment.reduce((sum, it) => sum + Number(it === s), 0);
    const profile = {
      segment: s,
      name,
      size,
      share: size / segment.length,
      measures: measured.map((bySegment) => bySegment[s]),
      levels: levelled.flatMap((bySegment) => bySegment[s]),
      effects: effects[s],
    };
    return { ...profile, summary: summarise(profile) };
  });
}

/** The model's own columns, then the others. */
function profiledColumns(
  { scaler }: SegmentModel,
  table: TableLike,
  measures: readonly string[],
  categories: readonly string[],
): FeatureColumn[] {
  const own = new Set(scaler.columns.map(({ column }) => column));
  const beside = [
    ...measures.map((column) => ({ kind: 'number' as const, column })),
    ...categories.map((column) => ({ kind: 'category' as const, column })),
  ].filter(({ column }) => !own.has(column));
  return readFeatures(table, [...scaler.columns, ...beside]);
}
