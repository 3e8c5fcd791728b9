import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { scoreLadder } from './score-ladder.js';

describe('scoreLadder', () => {
  it('is the same of customers in the order of their scores as in any other, unknown ones among them', () => {
    const scored = array(tuple(constantFrom(-1, 0, 1), integer({ min: 0, max: 9 })), { maxLength: 40 });
    const ladder = (some: [number, number][]) =>
      scoreLadder(
        some.map(([label]) => label),
        some.map(([, score]) => score),
      );
    assert(
      property(scored, (some) => {
        const customers: [number, number][] = [[1, 4], [0, 5], [0, 3], ...some];
        const rising = customers.toSorted(([, a], [, b]) => a - b);
        expect(ladder(rising)).toEqual(ladder(customers));
      }),
    );
  });

  it('wants customers of both kinds, in whatever order they come', () => {
    expect(() => scoreLadder([1, 1, -1], [0.1, 0.2, 0.3])).toThrow('2 churned, 0 stayed');
    expect(() => scoreLadder([0, 0, -1], [0.3, 0.2, 0.1])).toThrow('0 churned, 2 stayed');
  });
});
