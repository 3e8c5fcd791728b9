import { stripVTControlCharacters } from 'node:util';

import type { OfferSummary, RunSummary, SegmentSummary } from '@clv/contracts';

import type { EngineRun } from '../engine/engine-run.js';
import { summaryText } from './summary-text.js';

const segment = (label: string, customers: number): SegmentSummary => ({
  segment: 0,
  label,
  customers,
  mean_p_churn: 0,
  mean_clv: 0,
  baseline: 0,
  optimized: 0,
  intervention_rate: 0,
});
const offer = (id: string, customers: number): OfferSummary => ({
  offer: id,
  label: `Offer ${id}`,
  customers,
  cost: customers,
  expected_gain: customers,
});
const summary = {
  total_potential_value: 100,
  baseline_retention_value: 80,
  optimized_retention_value: 81,
  net_gain: 1,
  roi: 1,
  offer_spend: 1,
  budget: null,
  intervention_rate: 0.5,
  auc: 0.8,
  log_loss: 0.4,
  horizon_months: 1,
  currency: 'USD',
  segments: [segment('VIPs', 2), segment('Steady Users', 0)],
  offers: [offer('none', 1), offer('a', 1)],
  notices: [],
} as unknown as RunSummary;
const prescribed = { decision: { shadowPrice: 0 } } as unknown as EngineRun['prescribed'];
const caller = {
  id: 'C1',
  segment: 'VIPs',
  pChurn: 0.6,
  clv: 50,
  offer: 'Offer a',
  gain: 1,
  reasons: [],
  why: '',
};

const lines = (of: Partial<RunSummary>, outreach = [caller]) =>
  stripVTControlCharacters(summaryText({ summary: { ...summary, ...of }, prescribed }, outreach)).split('\n');

describe('summaryText', () => {
  it('says one month as one', () => {
    expect(lines({})[0]).toBe('Spend $1.00 on 50.0% of customers to gain $1.00 net over 1 month.');
  });

  it('does not blame a budget where no offer would pay for anyone', () => {
    expect(lines({ intervention_rate: 0, budget: 500 })[0]).toBe(
      'No offer pays for any customer: doing nothing is best.',
    );
  });

  it('tells no mean of a segment that has nobody', () => {
    const row = lines({}).find((line) => line.startsWith('Steady Users'))!;
    expect(row.trim().split(/\s{2,}/)).toEqual(['Steady Users', '0', '–', '–', '$0', '$0', '–']);
  });

  it('leaves out offers that nobody gets where there are more than a page holds', () => {
    const offers = [
      offer('none', 0),
      offer('a', 0),
      ...Array.from({ length: 40 }, (_, i) => offer(`o${i}`, i % 20)),
    ];
    const text = lines({ offers });
    expect(text.filter((line) => line.startsWith('Offer '))).toHaveLength(39);
    expect(text).toContain('3 more offers that nobody gets');
    expect(lines({}).filter((line) => line.startsWith('Offer '))).toHaveLength(2);
  });

  it('does not let the first of those to call pass for all', () => {
    const ten = Array.from({ length: 10 }, () => caller);
    expect(lines({}, ten)).toContain('Priority outreach: likely to leave, and worth the most (first 10)');
  });
});
