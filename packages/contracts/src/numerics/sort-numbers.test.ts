import { randomSource } from './random-source.js';
import { sortNumbers } from './sort-numbers.js';

const drawn = (count: number, draw: (uniform: () => number) => number) => {
  const uniform = randomSource(42);
  return Float64Array.from({ length: count }, () => draw(uniform));
};

describe('sortNumbers', () => {
  it.each([
    ['fractions', drawn(5_000, (uniform) => uniform())],
    ['numbers on both sides of zero', drawn(5_000, (uniform) => uniform() - 0.5)],
    ['only negative numbers', drawn(5_000, (uniform) => -uniform())],
    ['numbers of all sizes', drawn(5_000, (uniform) => (uniform() - 0.5) * 10 ** (600 * uniform() - 300))],
    ['single precision', drawn(5_000, (uniform) => Math.fround(uniform() - 0.5))],
    ['many that are equal', drawn(5_000, (uniform) => Math.floor(20 * uniform()) - 10)],
    ['one number only', new Float64Array(5_000).fill(-3)],
    [
      'both zeros and both infinities',
      drawn(5_000, (uniform) => [0, -0, Infinity, -Infinity, 1][Math.floor(5 * uniform())]),
    ],
    ['a few', drawn(100, (uniform) => uniform() - 0.5)],
    ['none', new Float64Array(0)],
  ])('puts %s in the order of sort', (_, numbers) => {
    expect(sortNumbers(numbers.slice())).toEqual(numbers.slice().sort());
  });

  it('sorts a part of an array and leaves the rest as it was', () => {
    const numbers = drawn(10_000, (uniform) => uniform() - 0.5);
    const after = numbers.slice(6_000);
    const sorted = numbers.slice(2_000, 6_000).sort();
    expect(sortNumbers(numbers.subarray(2_000, 6_000))).toEqual(sorted);
    expect(numbers.subarray(6_000)).toEqual(after);
  });
});
