import fc from 'fast-check';
import { randomSource } from '@clv/contracts';
import { quantile, sortedQuantile } from './quantile.js';

const shares = [0, 0.1, 0.25, 0.5, 0.75, 0.999, 1];

describe('quantile', () => {
  it('is that of the sorted values, and leaves the values in their order', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e140, max: 1e140 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), (list, share) => {
        const given = Float64Array.from(list);
        expect(quantile(given, share)).toBe(sortedQuantile(Float64Array.from(list).sort(), share));
        expect(Array.from(given)).toEqual(list);
      }),
    );
  });

  it.each([
    ['of 3 values many times over', (random: () => number) => Math.floor(random() * 3)],
    ['all different', (random: () => number) => random()],
    ['all the same', () => 7],
    ['in order', (_: () => number, i: number) => i],
    ['rising and falling', (_: () => number, i: number) => Math.abs(i - 10_000)],
    ['of which one dwarfs all others', (random: () => number, i: number) => (i === 5 ? 1e140 : random())],
    ['of every size', (random: () => number) => 10 ** (random() * 280 - 140)],
    ['too close to be told apart by bins', (random: () => number) => 1e-320 * Math.floor(random() * 9)],
  ])('is that of 20,000 sorted values %s', (_, draw) => {
    const random = randomSource(1);
    const values = Float64Array.from({ length: 20_000 }, (_, i) => draw(random, i));
    const sorted = values.slice().sort();
    for (const share of shares) expect(quantile(values, share)).toBe(sortedQuantile(sorted, share));
  });
});
