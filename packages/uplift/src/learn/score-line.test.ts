import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { withColumn } from './features.js';
import { awayByLine, fitScoreLine } from './score-line.js';
import { estimatesByScores, fitScoreTrees } from './score-trees.js';

const rows = 4000;
const normal = randomNormal.source(randomSource(17))();
const data = Float32Array.from({ length: 5 * rows }, (_, at) => (at % 5 === 4 ? +(normal() > 0) : normal()));
const features = { data, rows, columns: 5 };
const expected = Float32Array.from({ length: rows }, (_, i) => 1 / (1 + Math.exp(-data[5 * i + 1] - 1)));
const x = withColumn(features, 'without_offer', expected);
const average = 0.02;
const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const errorOf = (told: ArrayLike<number>, truth: Float64Array) =>
  meanOf(truth.map((each, i) => (told[i] - each) ** 2));

/** Scores about an average and something more, less the average; they vary by 1. */
function scoresOf(more: (row: number) => number) {
  const effect = Float64Array.from({ length: rows }, (_, i) => average + more(i));
  const away = effect.map((each) => each - meanOf(effect));
  const scores = away.map((each) => each + normal());
  return { away, scores, precision: new Float64Array(rows).fill(1) };
}

const fitted = (more: (row: number) => number, binary = false) => {
  const told = scoresOf(more);
  return { ...told, line: fitScoreLine(x, told, average, binary) };
};

describe('the line of doubly robust scores', () => {
  it('finds what goes with a feature, and is nearer to it than trees are', async () => {
    const { line, ...told } = fitted((i) => 0.1 * data[5 * i]);
    const truth = told.away.reduce((sum, each) => sum + each ** 2, 0) / rows;
    expect(line.terms[0].slope).toBeCloseTo(0.1, 1);
    expect(errorOf(awayByLine(line, x), told.away)).toBeLessThan(0.2 * truth);
    const [[own]] = await estimatesByScores(await fitScoreTrees(x, [told], {}), x);
    expect(errorOf(awayByLine(line, x), told.away)).toBeLessThan(errorOf(own, told.away));
  });

  it('bends at the mean, but not between two values', () => {
    const { line, away } = fitted((i) => 0.15 * Math.abs(data[5 * i]));
    expect(line.terms[0].bend).toBeCloseTo(0.15, 1);
    expect(errorOf(awayByLine(line, x), away)).toBeLessThan(0.3 * errorOf(new Float64Array(rows), away));
    expect(line.terms[4].bend).toBe(0);
  });

  it('goes with the spread of an outcome of 0 or 1', () => {
    const spread = (i: number) => Math.sqrt(expected[i] * (1 - expected[i]));
    const { line, away } = fitted((i) => spread(i) * (0.05 + 0.3 * data[5 * i]), true);
    expect(errorOf(awayByLine(line, x), away)).toBeLessThan(0.2 * errorOf(new Float64Array(rows), away));
  });

  it('is away from the average by nothing on average', () => {
    expect(meanOf(awayByLine(fitted((i) => 0.2 * data[5 * i], true).line, x))).toBeCloseTo(0, 6);
  });

  it('takes a missing value for the mean, and a far one for three deviations', () => {
    const { line } = fitted((i) => 0.1 * data[5 * i]);
    const { mean, deviation } = line.terms[0];
    const at = (value: number) => {
      const row = x.data.slice(0, x.columns);
      row[0] = value;
      return awayByLine(line, { data: row, rows: 1, columns: x.columns })[0];
    };
    expect(at(NaN)).toBeCloseTo(
      (at(mean + deviation) + at(mean - deviation)) / 2 - bendBetween(line.terms[0]),
      6,
    );
    expect(at(mean + 50 * deviation)).toBeCloseTo(at(mean + 3 * deviation), 6);
  });

  it('finds next to nothing where there is nothing to find, also in a feature without values', () => {
    const empty = withColumn({ ...x }, 'empty', new Float32Array(rows).fill(NaN));
    const swapped = withColumn(empty, 'without_offer', expected);
    const told = scoresOf(() => 0);
    const line = fitScoreLine(swapped, told, average, false);
    const away = awayByLine(line, swapped);
    expect(away.every(Number.isFinite)).toBe(true);
    expect(errorOf(away, told.away)).toBeLessThan(0.002);
  });
});

/** How far a bend lifts the mean of two values a deviation from the middle over the middle itself. */
const bendBetween = ({ bend }: { bend: number }) => bend;
