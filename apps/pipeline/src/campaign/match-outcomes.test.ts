import { type CampaignPlan } from './read-campaign.js';
import { matchOutcomes } from './match-outcomes.js';
import { type CampaignOutcomes } from './read-outcomes.js';

const customers = Array.from({ length: 12_000 }, (_, i) => `K-${i}`);
const plan = { customer: customers } as unknown as CampaignPlan;
const outcomesOf = (ids: readonly string[], stayed: number) =>
  ({
    name: 'after.csv',
    rowOf: new Map(ids.map((id, row) => [id, row])),
    stayed: new Int8Array(ids.length).fill(stayed),
  }) as unknown as CampaignOutcomes;

describe('matchOutcomes', () => {
  it('finds the row of each whose outcome is known', () => {
    const { member, row } = matchOutcomes(plan, outcomesOf(['K-7', 'K-3', 'Z-1'], 1));
    expect([...member].map((m, k) => [customers[m], row[k]])).toEqual([
      ['K-3', 1],
      ['K-7', 0],
    ]);
  });

  it('says of how many no outcome is known, in figures that can be read', () => {
    const refused = (ids: readonly string[]) => () => matchOutcomes(plan, outcomesOf(ids, -1));
    expect(refused(customers.slice(0, 1500))).toThrow('for all 1,500 of the 12,000 in the campaign');
    expect(refused(['Z-1'])).toThrow('no outcome of anyone among the 12,000 in the campaign');
  });
});
