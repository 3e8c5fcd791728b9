import { checkOptionNames } from '@clv/contracts';
import { readNumbers, type TableLike } from '@clv/table';
import { segmentNumbers } from './assign.js';
import { assertSegmentModel } from './check-model.js';
import { scaledRows } from './features/prepare.js';
import { archetypes as defaultArchetypes, assertArchetypes, type Archetype } from './naming/archetypes.js';
import { describeDistinctly } from './naming/describe.js';
import { matchArchetypes, standingOf } from './naming/match-archetypes.js';
import { segmentMeans } from './naming/segment-means.js';
import { traitEffects, traitsOf } from './profiling/trait-effects.js';
import type { SegmentModel } from './segment-model.js';

/** What names are judged by, and which there are to give. */
export interface NameSegmentsOptions {
  /** What a customer is worth: a column of the table, or a number a row. */
  value: string | ArrayLike<number>;
  /** How likely a customer is to leave: a column of the table, or a number a row. */
  risk: string | ArrayLike<number>;
  /** The number of each row's segment (default: what `segmentNumbers` tells, which finds them in the table). */
  segment?: Int32Array;
  /** The names there are to give (default: VIPs, Steady Users, At-Risk High-Value, Low-Value Transients). */
  archetypes?: readonly Archetype[];
}

/**
 * Names segments by the value and the risk of the people in them, never by their number. Each segment's mean value and
 * mean risk are ranked among the segments; archetypes are given one-to-one at least cost, and a segment that none is left
 * for is called by its two most distinctive features. Returns a new model.
 *
 * @throws InvalidOptionError where archetypes share a name or stand outside of value x risk, and for an unknown option.
 * @throws InvalidInputError where value or risk are not numbers, or a segment has no row in the table.
 */
export function nameSegments(
  model: SegmentModel,
  table: TableLike,
  options: NameSegmentsOptions,
): SegmentModel {
  checkOptionNames(options, { value: true, risk: true, segment: true, archetypes: true });
  const { value, risk, segment = segmentNumbers(model, table), archetypes = defaultArchetypes } = options;
  assertSegmentModel(model);
  assertArchetypes(archetypes);
  const k = model.centroids.length;
  const standing = (measure: string, source: string | ArrayLike<number>) => {
    const numbers = typeof source === 'string' ? readNumbers(table, source) : source;
    return standingOf(segmentMeans(measure, numbers, segment, k));
  };
  const [values, risks] = [standing('value', value), standing('risk', risk)];
  const standings = values.map((it, s) => ({ value: it, risk: risks[s] }));
  const named = matchArchetypes(standings, archetypes).map((archetype) => archetype?.name);
  const nameless = named.flatMap((name, s) => (name === undefined ? [s] : []));
  const effects =
    nameless.length > 0 ? traitEffects(traitsOf(model.scaler), scaledRows(model, table), segment, k) : [];
  const described = describeDistinctly(
    nameless.map((s) => effects[s]),
    named.filter((name) => name !== undefined),
  );
  return { ...model, names: named.map((name, s) => name ?? described[nameless.indexOf(s)]) };
}
