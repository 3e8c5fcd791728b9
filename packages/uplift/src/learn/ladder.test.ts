import fc from 'fast-check';
import type { Experiment } from '../experiment/experiment.js';
import { climbing, doubtsOf, ladderOf } from './ladder.js';

const ladderWith = (precision: number[]) => ({
  places: precision.map((_, j) => j),
  levels: precision.map(() => 0),
  precision,
});
const column = (values: readonly number[]) => values.map((value) => Float32Array.of(value));
const climbed = (effects: readonly number[], precision: number[]) =>
  climbing(
    column(effects),
    effects.map(() => 0),
    ladderWith(precision),
  ).map(([value]) => value);

describe('a ladder', () => {
  it('lifts effects to its levels, and leaves other offers where they are', () => {
    const ladder = { places: [2, 0], levels: [0.1, 0.3], precision: [1, 1] };
    const effects = [Float32Array.of(0.25, 0), Float32Array.of(-1, 5), Float32Array.of(0, 0.125)];
    const [strong, other, weak] = climbing(effects, [0.2, 0, 0.05], ladder);
    expect(Array.from(other)).toEqual([-1, 5]);
    expect(strong[0]).toBeCloseTo(0.35, 6);
    expect(weak[0]).toBeCloseTo(0.05, 6);
    // The second row would have .1 and .175.
    expect(strong[1]).toBe(weak[1]);
    expect(strong[1]).toBeCloseTo((0.1 + 0.175) / 2, 6);
  });

  it('gives of all effects in order those that are nearest to what was found', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 })), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(some, (rungs) => {
        const [effects, precision] = [rungs.map(([effect]) => effect), rungs.map(([, weight]) => weight)];
        const found = climbed(effects, precision);
        found.slice(1).forEach((value, j) => expect(value).toBeGreaterThanOrEqual(found[j]));
        // The projection on a cone: at a right angle to what is left, and no rise would take it nearer.
        const left = found.map((value, j) => precision[j] * (effects[j] - value));
        const product = (direction: (j: number) => number) =>
          left.reduce((sum, each, j) => sum + each * direction(j), 0);
        expect(product((j) => found[j])).toBeCloseTo(0, 3);
        expect(product(() => 1)).toBeCloseTo(0, 4);
        for (let k = 1; k < left.length; k++) expect(product((j) => +(j >= k))).toBeLessThan(1e-4);
      }),
    );
  });

  it('has levels in order, drawn from scores by how sure they are', () => {
    const told = (mean: number, spread: number) => ({
      scores: Float64Array.from({ length: 400 }, (_, i) => mean + (i % 2 ? spread : -spread)),
      precision: new Float64Array(400).fill(1),
    });
    const { levels, precision } = ladderOf([1, 0], [told(0.1, 1), told(0.2, 4)], [0.1, 0.2]);
    expect(levels[0]).toBeLessThan(levels[1]);
    expect(0.2 - levels[0]).toBeGreaterThan(levels[1] - 0.1);
    expect(precision[1] / precision[0]).toBeCloseTo(16, 6);
  });

  it('is doubted where the weaker offer did more by over two standard errors of the difference', () => {
    const doubts = (weaker: number, stronger: number) =>
      doubtsOf(
        { ladder: [1, 0] } as Experiment,
        [
          { offer: 'discount_10', effect: stronger, standardError: 0.03 },
          { offer: 'discount_5', effect: weaker, standardError: 0.04 },
        ] as Parameters<typeof doubtsOf>[1],
      );
    expect(doubts(0.2, 0.1001)).toEqual([]);
    expect(doubts(0.1, 0.3)).toEqual([]);
    expect(doubts(0.2, 0.0999)).toEqual([expect.stringMatching(/^discount_5 did more than discount_10 /)]);
  });
});
