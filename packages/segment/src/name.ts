import { checkOptions, InvalidOptionError, shapes, type OptionShapes } from '@clv/contracts';
import { readNumbers, type TableLike } from '@clv/table';
import { segmentNumbers } from './assign.js';
import { assertSegmentModel } from './check-model.js';
import { readFeatures } from './features/read-features.js';
import { archetypes as defaultArchetypes, assertArchetypes, type Archetype } from './naming/archetypes.js';
import { describeDistinctly } from './naming/describe.js';
import { matchArchetypes, type Standing } from './naming/match-archetypes.js';
import { measuredEffects } from './naming/measured-effects.js';
import { traitEffects } from './profiling/trait-effects.js';
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

const { either, finite, listOf, number, numbers, record, text } = shapes;
const measure = either('a column, or a number a row', text, numbers);

const optionShapes: OptionShapes<NameSegmentsOptions> = {
  value: measure,
  risk: measure,
  segment: numbers,
  archetypes: listOf(
    record(
      { name: text, value: finite, risk: finite },
      { riskLeeway: number('a number of at least 0', (leeway) => leeway >= 0) },
    ),
  ),
};

/**
 * Names segments by the value and the risk of the people in them, never by their number. An archetype is given only to a
 * segment whose mean value and mean risk lie on its side of the means of all customers, one-to-one, as many as can be; any other
 * segment is called by its two most distinctive features: `High` and `Low` are a mean at least 0.2 standard deviations above or
 * below everyone's. Names differ from each other. Returns a new model.
 *
 * @throws InvalidOptionError where archetypes share a name, have an unknown key or stand outside of value x risk, and for an unknown option.
 * @throws InvalidInputError where value or risk are not numbers, or a segment has no row in the table.
 */
export function nameSegments(
  model: SegmentModel,
  table: TableLike,
  options: NameSegmentsOptions,
): SegmentModel {
  checkOptions(options, optionShapes);
  if (options.value === undefined || options.risk === undefined)
    throw new InvalidOptionError('value', 'value and risk must both be given: names are judged by them');
  const { value, risk, segment = segmentNumbers(model, table), archetypes = defaultArchetypes } = options;
  assertSegmentModel(model);
  assertArchetypes(archetypes);
  const k = model.centroids.length;
  assertSegmentNumbers(segment, k);
  const effectsOf = (measure: string, source: string | ArrayLike<number>) =>
    measuredEffects(measure, typeof source === 'string' ? readNumbers(table, source) : source, segment, k);
  const [values, risks] = [effectsOf('value', value), effectsOf('risk', risk)];
  const standings = values.map((it, s) => ({ value: it, risk: risks[s] }));
  const order = orderByStanding(standings, model);
  const given = matchArchetypes(
    order.map((s) => standings[s]),
    archetypes,
  ).map((archetype) => archetype?.name);
  const nameless = order.filter((_, at) => given[at] === undefined);
  const effects =
    nameless.length > 0 ? traitEffects(readFeatures(table, model.scaler.columns), segment, k) : [];
  const described = describeDistinctly(
    nameless.map((s) => effects[s]),
    given.filter((name) => name !== undefined),
  );
  const nameOf = (s: number) => given[order.indexOf(s)] ?? described[nameless.indexOf(s)];
  return { ...model, names: values.map((_, s) => nameOf(s)) };
}

function assertSegmentNumbers(segment: Int32Array, k: number): void {
  for (let i = 0; i < segment.length; i++) {
    const s = segment[i];
    if (!(s >= 0 && s < k && Number.isInteger(s)))
      throw new InvalidOptionError(
        'segment',
        `segment must be numbers from 0 to ${k - 1}: ${s} in row ${i + 1}`,
      );
  }
}

/** The segments in an order that does not depend on their numbers: by value, by risk, by where they lie. */
function orderByStanding(standings: readonly Standing[], { centroids }: SegmentModel): number[] {
  return Array.from(standings.keys()).sort(
    (a, b) =>
      standings[b].value - standings[a].value ||
      standings[a].risk - standings[b].risk ||
      centroids[a].map((it, j) => it - centroids[b][j]).find((gap) => gap !== 0) ||
      0,
  );
}
