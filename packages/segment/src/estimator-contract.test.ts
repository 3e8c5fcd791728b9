import { ClvError } from '@clv/contracts';
import { table as arqueroTable } from 'arquero';
import { describeEstimator } from '../../../tools/estimator-contract/describe-estimator.js';
import { plantGroups } from '../test/planted-groups.mjs';
import { assignSegments, segmentNumbers } from './assign.js';
import { fitSegments } from './fit.js';
import type { SegmentModel } from './segment-model.js';

const { table, features } = plantGroups(400, 4, 5);
const fit = (columns: Record<string, ArrayLike<unknown>>, options = {}) =>
  fitSegments(columns, { features: Object.keys(columns), ...options });

/** The error that an act throws. */
function errorOf(act: () => unknown): ClvError {
  try {
    act();
  } catch (error) {
    if (error instanceof ClvError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Every number in a model, wherever it stands. */
const numbersOf = (model: SegmentModel) => {
  const found: number[] = [];
  JSON.stringify(model, (_, value) => {
    if (typeof value === 'number') found.push(value);
    return value;
  });
  return found;
};

describe.each(['standard', 'robust', 'rank'] as const)('scale %s', (scale) => {
  describeEstimator('segment', {
    table: { ...table },
    numbers: features,
    options: { scale, restarts: 3 },
    choosesColumns: true,
    blank: 'taken',
    lacking: (column) => `unknown column: ${column}`,
    fit: (columns, options, numbers) => fitSegments(columns, { ...options, features: numbers }),
    apply(model, columns) {
      const { segment, distance, margin } = assignSegments(model, columns);
      return [segment, distance, margin];
    },
  });
});

describe('a segment model', () => {
  it('tells the numbers of segments alone as it tells them with distances and names', () => {
    const model = fit(table);
    expect(segmentNumbers(model, table)).toEqual(assignSegments(model, table).segment);
    expect(() => segmentNumbers(model, {})).toThrow('unknown column');
  });

  it('is the same from an Arquero table, plain arrays and digits in text', () => {
    const text = Object.fromEntries(Object.entries(table).map(([name, cells]) => [name, cells.map(String)]));
    expect(fit(text)).toEqual(fit(table));
    expect(fitSegments(arqueroTable(table), { features })).toEqual(fit(table));
  });

  it.each([
    [{ version: 2 }, 'version', 'unknown version of clv-segments: 2'],
    [{ format: 'clv-churn' }, 'format', 'not a segment model: its format is clv-churn'],
    [{ scaler: null }, 'scaler', 'the segment model has no scaler'],
    [{ centroids: [] }, 'centroids', 'the segment model has no centroids'],
    [
      {
        centroids: [
          [0, 0, 0],
          [1, 2],
        ],
      },
      'centroids[1]',
      'centroid 1 of the segment model is not 3 numbers',
    ],
  ])('spoilt by %j is refused', (spoilt, path, message) => {
    const model = { ...fit(table), ...spoilt } as unknown as SegmentModel;
    expect(errorOf(() => assignSegments(model, table))).toMatchObject({
      code: 'INVALID_MODEL',
      path,
      message,
    });
  });
});

describe('fitSegments with odd input', () => {
  it('takes missing values as the median, counts them and says so', () => {
    const holed = { ...table, charges: table.charges.map((cell, i) => (i < 3 ? [null, '', NaN][i] : cell)) };
    const model = fit(holed);
    const sorted = table.charges.slice(3).sort((a, b) => a - b);
    const median = (sorted[198] + sorted[198]) / 2;
    expect(model.scaler.columns[0]).toMatchObject({ missing: 3, median });
    expect(model.notices).toEqual([`charges: 3 missing values count as the median, ${median}`]);
    expect(numbersOf(model).every(Number.isFinite)).toBe(true);
  });

  it.each(['standard', 'robust', 'rank'] as const)('names a constant feature, scale %s', (scale) => {
    const model = fit({ ...table, year: new Array(400).fill(2024.1) }, { scale });
    expect(model.notices).toEqual(['year is the same in every row: it tells no segments apart']);
    expect(numbersOf(model).every(Number.isFinite)).toBe(true);
    expect(model.sizes).toEqual(fit(table, { scale }).sizes);
  });

  it('tells every fault of the table at once', () => {
    const faulty = { a: [1, Infinity, 3], b: ['x', 2, -Infinity], c: [1, 2], d: [1, 2, 1e200] };
    const error = errorOf(() => fitSegments(faulty, { features: ['a', 'b', 'c', 'd', 'e'], k: 2 }));
    expect(error.code).toBe('INVALID_INPUT');
    expect(error.message.split('\n').sort()).toEqual([
      'c has 2 rows where the longest feature has 3',
      'row 1, b: "x" is not a number',
      'row 2, a: Infinity is not finite',
      'row 3, d: 1e+200 is too large',
      'unknown column: e',
    ]);
  });

  it('tells of a column of text among the features in one line, and takes it as a category', () => {
    const plan = table.charges.map((charge) => (charge > 60 ? 'gold' : 'basic'));
    const error = errorOf(() => fit({ ...table, plan }));
    expect(error.message).toBe('plan holds text, not numbers: name it among categories');
    expect(fitSegments({ ...table, plan }, { features, categories: ['plan'] }).sizes).toHaveLength(4);
  });

  it('refuses a category of more than 50 levels', () => {
    const id = table.charges.map((_, i) => `c${i}`);
    expect(errorOf(() => fitSegments({ ...table, id }, { features, categories: ['id'] })).message).toBe(
      'id has 400 levels: a category has at most 50',
    );
  });

  it('names a blank column and a table without rows', () => {
    expect(errorOf(() => fit({ a: [1, 2, 3], b: [null, null, ''] }, { k: 2 }))).toMatchObject({
      column: 'b',
      message: 'b has no values',
    });
    expect(errorOf(() => fit({ a: [] })).message).toBe('the table has no rows');
  });

  it('names the columns, and those that are the same in every row, where k exceeds the customers that they tell apart', () => {
    const message = (columns: Record<string, number[]>) => errorOf(() => fit(columns)).message;
    expect(message({ a: [1, 1, 2, 2, 3, 3] })).toBe(
      'k must be at most the number of customers that a tells apart, 3: 4',
    );
    expect(message({ a: [5, 5] })).toBe(
      'k must be at most the number of customers that a tells apart, 1: 4 (a is the same in every row)',
    );
    expect(message({ a: [1, 2, 2], b: [7, 7, 7], c: [8, 8, 8] })).toBe(
      'k must be at most the number of customers that a, b and c tell apart, 2: 4 (b and c are the same in every row)',
    );
  });

  it('takes as many segments as there are different rows, none of them empty', () => {
    for (let rows = 4; rows < 40; rows++) {
      const { sizes, inertia } = fit({ a: Array.from({ length: rows }, (_, i) => (i % 4) ** 3) });
      expect(sizes).toHaveLength(4);
      expect(Math.min(...sizes)).toBe(Math.floor(rows / 4));
      expect(inertia).toBeLessThan(1e-20);
    }
  });

  it.each([
    [{ k: 1 }, 'k must be a whole number from 2 to 10000: 1'],
    [{ k: 2.5 }, 'k must be a whole number from 2 to 10000: 2.5'],
    [{ restarts: 0 }, 'restarts must be a whole number from 1 to 10000: 0'],
    [{ seed: NaN }, 'seed must be a whole number: NaN'],
    [{ categoryWeight: 0 }, 'categoryWeight must be a number above 0: 0'],
    [{ scail: 'rank' }, 'unknown option: scail (did you mean scale?)'],
    [{ scale: 'log' }, 'scale must be standard or robust or rank: "log"'],
    [{ features: [] }, 'features must name at least one column'],
    [{ features: ['charges', 'charges'] }, 'features name a column twice: charges'],
  ])('refuses %j', (options, message) => {
    expect(errorOf(() => fit(table, options))).toMatchObject({ code: 'INVALID_OPTION', message });
  });
});
