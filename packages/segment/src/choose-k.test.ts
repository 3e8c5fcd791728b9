import { randomSource } from '@clv/contracts';
import { plantGroups } from '../test/planted-groups.mjs';
import { chooseK } from './choose-k.js';
import { calinskiHarabasz, totalInertia } from './choosing/calinski-harabasz.js';
import { gapStatistic } from './choosing/gap.js';
import { stability } from './choosing/stability.js';
import type { Points } from './kmeans/points.js';

const quick = { to: 6, refits: 5, restarts: 3 };

/** Evenly over a square, with nothing to find in it. */
function evenSquare(rows: number, seed: number): Points {
  const random = randomSource(seed);
  return { values: Float64Array.from({ length: rows * 2 }, random), rows, dimensions: 2 };
}

function planted(rows: number, gap: number, seed: number): Points {
  const { table, features } = plantGroups(rows, gap, seed);
  const columns = features.map((name) => table[name as 'charges']);
  const scale = [10, 1, 20];
  const values = Float64Array.from(
    { length: rows * 3 },
    (_, at) => columns[at % 3][Math.floor(at / 3)] / scale[at % 3],
  );
  return { values, rows, dimensions: 3 };
}

describe('chooseK', () => {
  it.each([1, 2, 3, 4, 5])('finds the four planted groups and says why (seed %i)', async (seed) => {
    const { table, features } = plantGroups(300, 4, seed);
    const { k, reason, candidates } = await chooseK(table, { features, ...quick });
    expect(k).toBe(4);
    expect(reason).toMatch(
      /^4 segments: the best silhouette, 0\.\d\d, .* \(stability (1\.00|0\.\d\d)\)\. Calinski/,
    );
    expect(candidates.map((candidate) => candidate.k)).toEqual([2, 3, 4, 5, 6]);
    for (const [at, candidate] of candidates.slice(1).entries()) {
      expect(candidate.inertia).toBeLessThan(candidates[at].inertia);
    }
  });

  it('says so where there are no groups', async () => {
    const { table, features } = plantGroups(300, 0, 1);
    const { reason } = await chooseK(table, { features, ...quick });
    expect(reason).toContain('the gap statistic 1, as if these segments were parts of one cloud.');
  });

  it('gives the same choice for the same seed, reports progress, and stops when told to', async () => {
    const { table, features } = plantGroups(200, 4, 9);
    const seen: number[][] = [];
    const onProgress = (done: number, total: number) => void seen.push([done, total]);
    const options = { features, to: 4, refits: 2, restarts: 1 };
    const first = await chooseK(table, { ...options, onProgress });
    expect(await chooseK(table, options)).toEqual(first);
    expect(seen).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    await expect(
      chooseK(table, { ...options, signal: AbortSignal.abort(new Error('enough')) }),
    ).rejects.toThrow('enough');
  });

  it('tries as many segments as the different rows allow where no end is given', async () => {
    const { candidates } = await chooseK({ a: [1, 2, 4, 8, 16, 1, 2, 4] }, { features: ['a'], refits: 2 });
    expect(candidates.map(({ k }) => k)).toEqual([2, 3, 4]);
    for (const measures of candidates) expect(Object.values(measures).every(Number.isFinite)).toBe(true);
  });

  it('refuses an empty range, and more segments than different rows', async () => {
    const { table, features } = plantGroups(20, 4, 9);
    await expect(chooseK(table, { features, from: 5, to: 3 })).rejects.toThrow(
      'to must be a whole number of at least from, 5: 3',
    );
    await expect(chooseK(table, { features, from: 1 })).rejects.toThrow(
      'from must be a whole number from 2 to 10000: 1',
    );
    await expect(chooseK(table, { features, to: 20 })).rejects.toThrow(
      'to must be less than the number of customers that charges, support_calls and usage tell apart, 20: 20',
    );
    await expect(chooseK({ a: [1, 1, 2, 2] }, { features: ['a'] })).rejects.toThrow(
      'from must be less than the number of customers that a tells apart, 2: 2',
    );
  });
});

describe('calinskiHarabasz', () => {
  it('is the ratio of the variances, worked by hand for two pairs', () => {
    const points = { values: Float64Array.of(0, 2, 10, 12), rows: 4, dimensions: 1 };
    expect(totalInertia(points)).toBe(104);
    // between: 4 x 5² over 1 degree of freedom; within: 4 x 1² over 2
    expect(calinskiHarabasz(points, 2, 4)).toBe(50);
  });
});

describe('gapStatistic', () => {
  const options = { seed: 1, restarts: 2 };

  it.each([1, 2, 3])('is about 0 for points that have no structure (k = %i)', (k) => {
    const { gap, error } = gapStatistic(evenSquare(400, 5), k, 20, options);
    expect(Math.abs(gap)).toBeLessThan(4 * error);
  });

  it('is greatest where the groups are', () => {
    const gaps = [1, 2, 3, 4, 5].map((k) => gapStatistic(planted(300, 5, 2), k, 10, options).gap);
    expect(gaps.indexOf(Math.max(...gaps))).toBe(3);
  });
});

describe('stability', () => {
  it('is near 1 where the groups are plain, and low where there are none', () => {
    const options = { seed: 1, restarts: 2 };
    expect(stability(planted(300, 6, 1), 4, 10, options)).toBeGreaterThan(0.97);
    expect(stability(evenSquare(300, 1), 3, 10, options)).toBeLessThan(0.8);
  });
});
