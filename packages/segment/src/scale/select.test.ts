import fc from 'fast-check';
import { randomSource } from '@clv/contracts';
import { select } from './select.js';

describe('select', () => {
  it('finds the value that sorting would put there', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.nat(), (list, any) => {
        const place = any % list.length;
        expect(select(Float64Array.from(list), place) + 0).toBe(Float64Array.from(list).sort()[place] + 0);
      }),
    );
  });

  it.each([
    ['of 3 values many times over', (random: () => number) => Math.floor(random() * 3)],
    ['all different', (random: () => number) => random()],
    ['in order', (_: () => number, i: number) => i],
    ['rising and falling', (_: () => number, i: number) => Math.abs(i - 10_000)],
  ])('parts 20,000 values %s into those below and those above', (_, draw) => {
    const random = randomSource(1);
    const values = Float64Array.from({ length: 20_000 }, (_, i) => draw(random, i));
    const sorted = values.slice().sort();
    for (const place of [0, 5_000, 10_000, 19_999]) {
      expect(select(values, place)).toBe(sorted[place]);
      expect(Math.max(...values.subarray(0, place), -Infinity)).toBeLessThanOrEqual(sorted[place]);
      expect(Math.min(...values.subarray(place))).toBe(sorted[place]);
    }
  });
});
