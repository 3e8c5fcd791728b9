import { InvalidInputError } from '@clv/contracts';
import { scenarioNames } from '../scenarios/index.js';
import { synthesizeColumns } from '../synthesize.js';
import { experimentRoles } from './experiment-roles.js';
import { reportOverlap } from './overlap.js';

const offers = ['none', 'discount_5', 'discount_10'];
const customers = 20_000;
const rows = Array.from({ length: customers }, (_, i) => i);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

const campaign = (assignment: 'random' | 'confounded', scenario = 'telco') => {
  const columns = synthesizeColumns({
    ...{ scenario, customers, truth: true },
    experiment: { assignment, propensities: { none: 0.5, discount_5: 0.2, discount_10: 0.3 } },
  });
  return {
    columns,
    offer: columns[experimentRoles.offer] as string[],
    propensity: columns[experimentRoles.propensity] as Float64Array,
    outcome: columns[experimentRoles.outcome] as Uint8Array,
    truth: (name: string) => columns[`true_${name}`] as Float64Array,
  };
};

describe('a random campaign', () => {
  const { columns, offer, propensity, outcome, truth } = campaign('random');

  it('gives each offer to its share of customers, with that propensity', () => {
    for (const [id, share] of Object.entries({ none: 0.5, discount_5: 0.2, discount_10: 0.3 })) {
      const own = rows.filter((i) => offer[i] === id);
      expect(Math.abs(own.length / customers - share)).toBeLessThan(
        4 * Math.sqrt((share * (1 - share)) / customers),
      );
      expect(own.every((i) => Math.abs(propensity[i] - share) < 1e-12)).toBe(true);
    }
  });

  it('has outcomes that follow the potential outcome of the offer given', () => {
    for (const id of offers) {
      const own = rows.filter((i) => offer[i] === id);
      const expected = mean(own.map((i) => truth(`p_stay_${id}`)[i]));
      expect(Math.abs(mean(own.map((i) => outcome[i])) - expected)).toBeLessThan(2 / Math.sqrt(own.length));
    }
  });

  it('tells by the difference of the arms what an offer does on average', () => {
    const arm = (id: string) => rows.filter((i) => offer[i] === id).map((i) => outcome[i]);
    for (const id of ['discount_5', 'discount_10']) {
      const [treated, control] = [arm(id), arm('none')];
      const error = Math.sqrt(0.25 / treated.length + 0.25 / control.length);
      const effect = mean(Array.from(truth(`effect_${id}`)));
      expect(Math.abs(mean(treated) - mean(control) - effect)).toBeLessThan(4 * error);
    }
  });

  it('changes neither the customers nor the fate of those left alone', () => {
    const plain = synthesizeColumns({ customers, truth: true });
    const alike = (name: string) => rows.every((i) => Object.is(columns[name][i], plain[name][i]));
    expect(Object.keys(plain).filter((name) => !alike(name))).toEqual(['churned']);
    expect(rows.filter((i) => columns.churned[i] !== 1 - outcome[i])).toEqual([]);
    expect(rows.filter((i) => offer[i] === 'none' && columns.churned[i] !== plain.churned[i])).toEqual([]);
  });
});

describe.each(scenarioNames)('a confounded campaign of %s', (scenario) => {
  const { offer, propensity, outcome, truth } = campaign('confounded', scenario);

  it('misleads who compares the arms as they are, and not who weighs by the propensity', () => {
    const arm = (id: string) => rows.filter((i) => offer[i] === id);
    const naive = mean(arm('discount_10').map((i) => outcome[i])) - mean(arm('none').map((i) => outcome[i]));
    const weighted = (id: string) => {
      const own = arm(id);
      return (
        own.reduce((sum, i) => sum + outcome[i] / propensity[i], 0) /
        own.reduce((sum, i) => sum + 1 / propensity[i], 0)
      );
    };
    const effect = mean(Array.from(truth('effect_discount_10')));
    expect(naive).toBeLessThan(effect - 0.02);
    expect(Math.abs(weighted('discount_10') - weighted('none') - effect)).toBeLessThan(0.025);
  });

  it('leaves every offer possible for everyone', () => {
    expect(propensity.reduce((least, chance) => Math.min(least, chance))).toBeGreaterThan(0.01);
  });
});

describe('reportOverlap', () => {
  it('tells how likely those who got an offer were to get it', () => {
    const log = { offer: ['a', 'b', 'a', 'a'], propensity: [0.5, 0.04, 0.2, 0.8] };
    expect(reportOverlap(log)).toEqual([
      {
        ...{ offer: 'a', customers: 3, share: 0.75, smallest: 0.2, median: 0.5, largest: 0.8, rare: 0 },
        effectiveCustomers: expect.closeTo(8.25 ** 2 / (4 + 25 + 1.5625), 12),
      },
      {
        ...{ offer: 'b', customers: 1, share: 0.25, smallest: 0.04, median: 0.04, largest: 0.04, rare: 1 },
        effectiveCustomers: expect.closeTo(1, 12),
      },
    ]);
  });

  it('names every row whose propensity cannot be one', () => {
    const log = { offer: ['a', 'b', 'a'], propensity: [0, 0.5, ''] };
    expect(() => reportOverlap(log)).toThrow(InvalidInputError);
    expect(() => reportOverlap(log)).toThrow(
      'row 1, propensity: must lie in (0, 1]: 0\nrow 3, propensity: must lie in (0, 1]: NaN',
    );
  });

  it('finds a campaign by lot worth its whole number, a confounded one worth less', () => {
    const [, , lot] = reportOverlap(campaign('random').columns);
    const [, , confounded] = reportOverlap(campaign('confounded').columns);
    expect(lot.effectiveCustomers).toBeCloseTo(lot.customers, 6);
    expect(confounded.effectiveCustomers).toBeLessThan(0.9 * confounded.customers);
  });
});
