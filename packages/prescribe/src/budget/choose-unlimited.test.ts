import fc from 'fast-check';
import { allocateBudget } from '../allocate-budget.js';
import { chooseUnlimited } from './choose-unlimited.js';

/** Numbers no finer than money is: one part in 2 ** 52 of a whole. */
const money = (least: number, most: number) =>
  fc.double({ min: 1, max: 1 + most - least, noNaN: true }).map((number) => number - 1 + least);

describe('chooseUnlimited', () => {
  it.each([
    ['whole numbers, many of them equal', fc.integer({ min: -2, max: 3 }), fc.integer({ min: 0, max: 3 })],
    ['any numbers', money(-9, 9), money(0, 9)],
  ])('gives everyone what a budget without a limit buys them, of %s', (_, gain, cost) => {
    const offer = fc.record({ gain, cost });
    const rows = fc
      .integer({ min: 0, max: 4 })
      .chain((paid) => fc.array(fc.array(offer, { minLength: paid, maxLength: paid }), { maxLength: 8 }));
    fc.assert(
      fc.property(rows, (customers) => {
        const column = (key: 'gain' | 'cost') =>
          Float64Array.from(customers.flatMap((row) => [0, ...row.map((each) => each[key])]));
        const choices = {
          customers: customers.length,
          offers: (customers[0]?.length ?? 0) + 1,
          gain: column('gain'),
          cost: column('cost'),
        };
        expect(chooseUnlimited(choices)).toEqual(allocateBudget(choices).choice);
      }),
      { seed: 42, numRuns: 500 },
    );
  });
});
