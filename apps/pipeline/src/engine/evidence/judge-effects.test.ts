import { experimentRoles, scenarioRoles, synthesizeColumns } from '@clv/synth';
import { defineSchema, type PlainColumns } from '@clv/table';
import { findLogRows } from '@clv/uplift';

import type { CheckedCustomers } from '../customers/check-customers.js';
import type { LearnedEffects } from '../models/learn-effects.js';
import { judgeEffects } from './judge-effects.js';

const labels: Record<string, string> = { none: 'Nothing', discount_5: 'Five off', discount_10: 'Ten off' };
const offers = ['none', 'discount_5', 'discount_10'];

/** A campaign of two offers, judged by the true effects. */
function judgedCampaign(assignment: 'random' | 'confounded', roles: object = experimentRoles) {
  const columns = synthesizeColumns({ customers: 30_000, truth: true, experiment: { assignment } });
  const schema = defineSchema({ ...scenarioRoles('telco'), ...roles });
  const truth = offers.map((offer) => columns[`true_effect_${offer}`] as Float64Array);
  const effect = Float64Array.from({ length: 90_000 }, (_, at) => truth[at % 3][Math.floor(at / 3)]);
  const { counts } = findLogRows(columns as PlainColumns, { outcome: 'outcome', offer: 'offer' });
  const judged = judgeEffects(
    { columns, schema, experiment: counts } as unknown as CheckedCustomers,
    { effect, offers: offers.map((id) => ({ id, label: labels[id] ?? id })) } as unknown as LearnedEffects,
    42,
  );
  const means = truth.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return { ...judged!, meanOf: (offer: string) => means[offers.indexOf(offer)] };
}

describe('judgeEffects', () => {
  it.each(['random', 'confounded'] as const)(
    'finds the true average effect of each of several offers in a %s campaign',
    (assignment) => {
      const { offers: judged, meanOf } = judgedCampaign(assignment);
      expect(judged.map(({ offer }) => offer)).toEqual(['discount_10', 'discount_5']);
      for (const { offer, averageEffect, curve, qini } of judged) {
        const error = (averageEffect.high - averageEffect.low) / (2 * 1.96);
        expect(Math.abs(averageEffect.value - meanOf(offer))).toBeLessThan(3 * error);
        expect(curve.at(-1)!.gain).toBeCloseTo(averageEffect.value, 6);
        expect(qini.low).toBeGreaterThan(0);
      }
    },
  );

  const { propensity: _, ...withoutChances } = experimentRoles;

  it('says that it compares unlike customers as they are, where a campaign was aimed and its chances are not known', () => {
    const { concerns } = judgedCampaign('confounded', withoutChances);
    expect(concerns).toEqual([
      expect.stringContaining('no column says with what chance (roles.propensity)'),
      expect.stringMatching(
        /^customers with Ten off or Five off differ from those with Nothing in \d+ features, most of all price_sensitivity by /,
      ),
    ]);
    expect(judgedCampaign('random', withoutChances).concerns).toEqual([]);
    expect(judgedCampaign('confounded').concerns).toEqual([
      expect.stringMatching(/; their propensities are to make up for that$/),
    ]);
  });
});
