import { stripVTControlCharacters } from 'node:util';

import type { OfferSummary, RunSummary, SegmentSummary } from '@clv/contracts';

import type { EngineRun } from '../engine/engine-run.js';
import type { ToldCounts } from '../privacy/told-counts.js';
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
  customers: 2,
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

const allTold = ({ segments, offers }: RunSummary): ToldCounts => ({
  segments: segments.map(() => 'number'),
  offers: offers.map(() => 'number'),
  offered: 'number',
  offeredOfSegment: segments.map(() => 'number'),
});

const lines = (of: Partial<RunSummary>, outreach = [caller], told: Partial<ToldCounts> = {}) => {
  const whole = { ...summary, ...of };
  const text = summaryText({ summary: whole, prescribed }, { ...allTold(whole), ...told }, outreach);
  return stripVTControlCharacters(text).split('\n');
};

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

  it('tells no number that is hidden, in a table or in its first line', () => {
    const hidden: ToldCounts = {
      segments: ['size', 'size'],
      offers: ['size', 'size'],
      offered: 'size',
      offeredOfSegment: ['nothing', 'nothing'],
    };
    const text = lines({ segments: [segment('VIPs', 2), segment('Steady Users', 30)] }, [caller], hidden);
    expect(text[0]).toBe('Spend $1.00 on fewer than 5 customers to gain $1.00 net over 1 month.');
    const cellsOf = (name: string) =>
      text
        .find((line) => line.startsWith(name))!
        .trim()
        .split(/\s{2,}/);
    expect(cellsOf('VIPs')).toEqual(['VIPs', 'fewer than 5', ...Array(5).fill('–')]);
    expect(cellsOf('Steady Users')).toEqual(['Steady Users', '5 or more', ...Array(5).fill('–')]);
    expect(cellsOf('Offer a')).toEqual(['Offer a', 'fewer than 5', '–', '–']);
  });

  it('rounds a share that would give a few away, and says why', () => {
    const segments = [
      { ...segment('VIPs', 1000), intervention_rate: 0.001 },
      { ...segment('Steady Users', 1815), intervention_rate: 882 / 1815 },
    ];
    const text = lines({ segments }, [caller], { offeredOfSegment: ['size', 'size'] });
    const shareOf = (name: string) =>
      text
        .find((line) => line.startsWith(name))!
        .trim()
        .split(/\s{2,}/)
        .at(-1);
    expect(['VIPs', 'Steady Users'].map(shareOf)).toEqual(['under 1%', 'about 48%']);
    const note = /^Of fewer than 5 customers no number is told/;
    expect(text.filter((line) => note.test(line))).toHaveLength(1);
    expect(lines({ segments }).filter((line) => note.test(line))).toEqual([]);
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

  it('says only of those whom one could call that nobody is likely to leave', () => {
    expect(lines({}, [])).toContain('Nobody whom one could call is more likely to leave than to stay.');
  });

  it('says the best AUC of any model beside the AUC, not beside the log-loss', () => {
    expect(lines({ auc_ceiling: 0.85 }).find((line) => line.startsWith('Model'))).toMatch(
      /AUC 0\.800 +held-out, at best 0\.850 for any model; log-loss 0\.4000 *$/,
    );
  });

  it('has one line for each customer, however their ids and offers are written', () => {
    const text = lines({}, [{ ...caller, id: 'Ana\nMaria\t7', offer: 'A\r\ngift' }, caller]);
    const at = text.findIndex((line) => line.startsWith('Ana'));
    expect(text[at].split(/\s{2,}/).slice(0, 2)).toEqual(['Ana Maria 7', 'VIPs']);
    expect(text[at]).toContain('A gift');
    expect(text[at + 1]).toMatch(/^C1 /);
  });

  it('does not let the first of those to call pass for all', () => {
    const ten = Array.from({ length: 10 }, () => caller);
    expect(lines({}, ten)).toContain('Priority outreach: likely to leave, and worth the most (first 10)');
  });
});
