import { randomSource } from '@clv/contracts';
import { adjustedRandIndex } from './adjusted-rand.js';

describe('adjustedRandIndex', () => {
  it('refuses segmentations of different rows, which it would find alike', () => {
    expect(() => adjustedRandIndex([0, 1], [0])).toThrow('segmentations must be of the same rows: 2 and 1');
  });

  it.each([
    // scikit-learn's documentation of adjusted_rand_score
    [[0, 0, 1, 1], [0, 0, 1, 1], 1],
    [[0, 0, 1, 1], [1, 1, 0, 0], 1],
    [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714285714285714],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
    // Hubert and Arabie's formula worked by hand for the table [[2, 1], [1, 2]]
    [[0, 0, 0, 1, 1, 1], [0, 0, 1, 0, 1, 1], -1 / 9],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(adjustedRandIndex(a, b)).toBeCloseTo(expected, 14);
    expect(adjustedRandIndex(b, a)).toBeCloseTo(expected, 14);
  });

  it('asks for no memory by how large the numbers of segments are, such as the ids of groups', () => {
    const large = [4_000_000_000, 4_000_000_000, 7, 2 ** 52];
    expect(adjustedRandIndex(large, [0, 0, 1, 1])).toBeCloseTo(0.5714285714285714, 14);
    expect(adjustedRandIndex([0, 0, 1, 1], large)).toBeCloseTo(0.5714285714285714, 14);
    const apart = Int32Array.from({ length: 50_000 }, (_, i) => i);
    expect(adjustedRandIndex(apart, apart)).toBe(1);
  });

  it('is about 0 where labels are drawn by lot', () => {
    const random = randomSource(3);
    const draw = () => Int32Array.from({ length: 20_000 }, () => Math.floor(random() * 4));
    expect(Math.abs(adjustedRandIndex(draw(), draw()))).toBeLessThan(0.001);
  });

  it.each([
    [[0, -1], 'row 2: a segment must be a whole number of at least 0: -1'],
    [[0.5, 0], 'row 1: a segment must be a whole number of at least 0: 0.5'],
    [[0], 'segmentations must be of the same rows: 1 and 2'],
  ])('refuses %j', (labels, message) => {
    expect(() => adjustedRandIndex(labels, [0, 1])).toThrow(message);
  });
});
