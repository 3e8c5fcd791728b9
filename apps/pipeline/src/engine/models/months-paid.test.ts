import { randomSource } from '@clv/contracts';

import { sharedTurns } from '../../second-thread/turns.js';
import { blocksOf, fillMonths, monthsPaid } from './months-paid.js';

const next = randomSource(8);
const staying = { pChurn: Float64Array.from({ length: 9000 }, next) };
const counted = { months: 12, windowMonths: 3, annualDiscountRate: 0.1 };

describe('fillMonths', () => {
  it('fills in what no other thread takes, as one thread would count it', () => {
    const paid = new Float64Array(9000);
    expect(fillMonths(paid, staying, counted, sharedTurns(blocksOf(staying)))).toBe(5);
    expect(paid).toEqual(monthsPaid(staying, counted));
  });

  it('leaves alone what another thread took', () => {
    const turns = sharedTurns(blocksOf(staying));
    turns.taken[0] = 1;
    const paid = new Float64Array(9000);
    expect(fillMonths(paid, staying, counted, turns)).toBe(4);
    expect(paid.findIndex((months) => months > 0)).toBe(2048);
  });
});
