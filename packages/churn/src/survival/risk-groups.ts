import { sortNumbers } from '@clv/contracts';
import { spanAt } from './survival-model.js';

/** Customers whose tenure ends in one span are divided into this many levels of risk. */
const riskLevels = 10;

/** Customers of like tenure and risk. */
export interface RiskGroup {
  span: number;
  /** The mean of its customers' levels. */
  logit: number;
}

/** Groups by span, of each span those of equal size from low to high, and the group of each customer. */
export interface GroupedByRisk {
  groups: RiskGroup[];
  groupOf: Uint16Array;
}

/**
 * Groups customers by the span in which their tenure ends, and within it by their level of risk. Levels are put in order
 * without their customers: whom each group holds is then told by the levels between which it lies.
 *
 * @param lengths months before the one of which a customer's level tells.
 */
export function groupByRisk(
  lengths: Float64Array,
  ends: readonly number[],
  levels: Float64Array,
): GroupedByRisk {
  const spanOf = new Uint16Array(lengths.length);
  const sizes = new Uint32Array(ends.length);
  for (let i = 0; i < lengths.length; i++) sizes[(spanOf[i] = spanAt(ends, lengths[i]))]++;
  const groups: RiskGroup[] = [];
  const placers = levelsBySpan(spanOf, sizes, levels).map((rising, span) => {
    const size = Math.max(1, Math.ceil(rising.length / riskLevels));
    const placer = placeByLevel(rising, size, groups.length);
    for (let from = 0; from < rising.length; from += size)
      groups.push({ span, logit: mean(rising.subarray(from, from + size)) });
    return placer;
  });
  const groupOf = new Uint16Array(lengths.length);
  for (let i = 0; i < lengths.length; i++) groupOf[i] = placers[spanOf[i]](levels[i]);
  return { groups, groupOf };
}

/** The levels of the customers of each span, from low to high. */
function levelsBySpan(spanOf: Uint16Array, sizes: Uint32Array, levels: Float64Array): Float64Array[] {
  const ofSpans = Array.from(sizes, (size) => new Float64Array(size));
  const next = new Uint32Array(sizes.length);
  for (let i = 0; i < levels.length; i++) ofSpans[spanOf[i]][next[spanOf[i]]++] = levels[i];
  return ofSpans.map(sortNumbers);
}

/**
 * Tells the group of one customer of a span after the other, the first of its groups being `first`. Those of equal levels
 * who are divided by where a group ends come into the lower one as long as there is room.
 */
function placeByLevel(rising: Float64Array, size: number, first: number): (level: number) => number {
  const begins: number[] = [];
  for (let from = size; from < rising.length; from += size) begins.push(rising[from]);
  const places = begins.map((level) => rising.indexOf(level));
  return (level) => {
    let group = 0;
    while (group < begins.length && begins[group] < level) group++;
    if (begins[group] === level) group = Math.floor(places[group]++ / size);
    return first + group;
  };
}

const mean = (levels: Float64Array) => levels.reduce((sum, level) => sum + level, 0) / levels.length;
