import type { FeatureMatrix } from '@clv/contracts';
import { relevanceRegression } from '../statistics/relevance-regression.js';
import type { OfferScores } from './score-trees.js';

/**
 * How far an effect is from the average, whichever the offer, as a sum of straight lines in the features that bend at their
 * means: few numbers, which few rows can tell. On a probability it goes with the outcome's spread, as little can be done about
 * what is all but certain.
 */
export interface ScoreLine {
  /** Whether outcomes are 0 or 1, so that their spread goes with their mean. */
  binary: boolean;
  level: number;
  /** Of each feature. */
  terms: LineTerm[];
  /** What the lines predict of the rows that were learned from, on average. */
  average: number;
}

interface LineTerm {
  mean: number;
  deviation: number;
  /** By standard deviation. */
  slope: number;
  /** By standard deviation of distance from the mean, either way. */
  bend: number;
}

/**
 * Regresses scores on features, of which few are thought to matter.
 *
 * @param x its last feature is the outcome expected without an offer.
 * @param average of the effect, from which scores are away.
 */
export function fitScoreLine(
  x: FeatureMatrix,
  { scores, precision }: OfferScores,
  average: number,
  binary: boolean,
): ScoreLine {
  const spread = spreadOf(x, binary);
  const usual = meanOf(spread);
  const columns = [spread.map((each) => each / usual)];
  const groups: number[] = [];
  const features = Array.from({ length: x.columns }, (_, k) => featureOf(x, k));
  const places = features.map(({ mean, deviation, bends }, k) => {
    const standard = Float64Array.from(spread, (_, i) => standardized(x, i, k, mean, deviation));
    const slope = columns.push(standard.map((value, i) => value * columns[0][i])) - 1;
    groups.push(k);
    if (!bends) return { slope };
    groups.push(k);
    return { slope, bend: columns.push(standard.map((value, i) => distance(value) * columns[0][i])) - 1 };
  });
  const { weights } = relevanceRegression(
    columns,
    groups,
    scores.map((score) => score + average),
    precision,
  );
  const weightOf = (place?: number) => (place === undefined ? 0 : weights[place] / usual);
  const terms = features.map(({ mean, deviation }, k) => {
    const { slope, bend } = places[k];
    return { mean, deviation, slope: weightOf(slope), bend: weightOf(bend) };
  });
  const line = { binary, level: weightOf(0), terms, average: 0 };
  return { ...line, average: meanOf(awayByLine(line, x)) };
}

/** How far from its average the effect of any offer on each row is. */
export function awayByLine({ binary, level, terms, average }: ScoreLine, x: FeatureMatrix): Float32Array {
  return Float32Array.from(spreadOf(x, binary), (spread, i) => {
    let sum = level;
    for (const [k, { mean, deviation, slope, bend }] of terms.entries()) {
      const standard = standardized(x, i, k, mean, deviation);
      sum += slope * standard + bend * distance(standard);
    }
    return spread * sum - average;
  });
}

/** No outcome is thought to be nearer to certain than one of this variance. */
const leastVariance = 0.01;

/** The standard deviation of each row's outcome, or 1 where it does not go with the mean. */
function spreadOf({ data, rows, columns }: FeatureMatrix, binary: boolean): Float64Array {
  const spread = new Float64Array(rows).fill(1);
  if (!binary) return spread;
  return spread.map((_, i) => {
    const expected = data[(i + 1) * columns - 1];
    return Math.sqrt(Math.max(leastVariance, expected * (1 - expected)));
  });
}

/** One far value must not rule a line. */
const farthest = 3;

/** Standard deviations from the mean, at most 3; of a value that is missing 0. */
function standardized(
  { data, columns }: FeatureMatrix,
  row: number,
  k: number,
  mean: number,
  deviation: number,
) {
  const value = data[row * columns + k];
  return Number.isNaN(value) ? 0 : Math.max(-farthest, Math.min(farthest, (value - mean) / deviation));
}

/** How many standard deviations a normal feature is from its mean, on average. */
const usualDistance = Math.sqrt(2 / Math.PI);

const distance = (standard: number) => Math.abs(standard) - usualDistance;

/** Where a feature lies, and whether it has more than two values for a line to bend between. */
function featureOf({ data, rows, columns }: FeatureMatrix, k: number) {
  const seen = new Set<number>();
  let [filled, sum, squares] = [0, 0, 0];
  for (let at = k; at < rows * columns; at += columns) {
    const value = data[at];
    if (Number.isNaN(value)) continue;
    if (seen.size <= 2) seen.add(value);
    filled++;
    sum += value;
  }
  const mean = filled > 0 ? sum / filled : 0;
  for (let at = k; at < rows * columns; at += columns)
    if (!Number.isNaN(data[at])) squares += (data[at] - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / Math.max(1, filled)) || 1, bends: seen.size > 2 };
}

function meanOf(values: Float64Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
