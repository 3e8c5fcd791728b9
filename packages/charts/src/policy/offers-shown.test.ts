import { gainByPolicy } from './gain-by-policy.js';
import { offersRecommended } from './offers-recommended.js';
import { offersShown, policiesShown } from './offers-shown.js';

const offer = (id: string, customers: number) => ({
  offer: id,
  label: id,
  customers,
  cost: customers,
  expected_gain: customers,
});
const exactly = (value: number) => ({ value, low: value, high: value });
const policy = (name: string, gain: number) => ({
  policy: name,
  gain: exactly(gain),
  spend: exactly(1),
  customers: 1,
  isAffordable: true,
});
const hundreds = [offer('none', 0), ...Array.from({ length: 300 }, (_, i) => offer(`o${i}`, i % 30))];

describe('offersShown and policiesShown', () => {
  it('leave everything in where a chart holds it', () => {
    const few = hundreds.slice(0, 20);
    expect(offersShown(few)).toEqual(few);
    expect(offersRecommended(few).subtitle).toBe('Customers per recommended offer');
  });

  it('of hundreds of offers leave out those that nobody gets, and say how many', () => {
    const { subtitle, rows } = offersRecommended(hundreds);
    expect(subtitle).toBe('Customers per recommended offer; 10 more that nobody gets');
    expect(rows).toHaveLength(291);
    expect(rows[0].offer).toBe('none');
  });

  it('give an offer its colour, whoever is left out', () => {
    const colors = new Map(offersRecommended(hundreds).rows.map((row) => [row.offer, row.color]));
    const of = (count: number) => offersRecommended(hundreds.map((each) => ({ ...each, customers: count })));
    for (const { offer: id, color } of of(1).rows) if (colors.has(id)) expect(color).toBe(colors.get(id));
  });

  it('of hundreds of policies leave the best that give everyone one offer, beside all others', () => {
    const policies = [
      policy('none', 0),
      policy('ours', 50),
      ...Array.from({ length: 300 }, (_, i) => policy(`everyone_o${i}`, i - 290)),
    ];
    expect(policiesShown(policies).map((each) => each.policy)).toEqual([
      'none',
      'ours',
      'everyone_o297',
      'everyone_o298',
      'everyone_o299',
    ]);
    expect(gainByPolicy(policies).rows).toHaveLength(5);
  });
});
