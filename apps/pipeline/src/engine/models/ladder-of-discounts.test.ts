import type { CheckedOffer } from '@clv/prescribe';
import { ladderOfDiscounts } from './ladder-of-discounts.js';

const offer = (id: string, discount: number, change: Partial<CheckedOffer> = {}): CheckedOffer => ({
  ...{ id, label: id, discount, months: 12, cost: 1, redemption: 1, lift: 0.2 },
  ...change,
});
const [none, tenth, fifth, call] = [
  offer('none', 0),
  offer('tenth', 0.1),
  offer('fifth', 0.2),
  offer('call', 0, { cost: 5 }),
];
const all = new Set(['none', 'tenth', 'fifth', 'call', 'half']);

describe('the ladder of discounts', () => {
  it('has those that the log tried, smallest first, and nothing but discounts', () => {
    expect(ladderOfDiscounts([none, fifth, call, tenth], all)).toEqual(['tenth', 'fifth']);
    expect(ladderOfDiscounts([none, offer('half', 0.5), fifth, tenth], new Set(['tenth', 'half']))).toEqual([
      'tenth',
      'half',
    ]);
  });

  it('is none where fewer than two were tried', () => {
    expect(ladderOfDiscounts([none, fifth, tenth], new Set(['none', 'fifth']))).toBeUndefined();
  });

  it.each<[string, CheckedOffer]>([
    ['run for fewer months', offer('half', 0.5, { months: 3 })],
    ['come at another cost, as by another way', offer('half', 0.5, { cost: 4 })],
    ['are used by other shares', offer('half', 0.5, { redemption: 0.5 })],
    ['take off the same', offer('half', 0.2)],
  ])('is none where discounts %s', (_, half) => {
    expect(ladderOfDiscounts([none, tenth, fifth, half], all)).toBeUndefined();
  });
});
