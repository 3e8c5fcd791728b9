import { randomSource } from '@clv/contracts';
import { prescribe } from '@clv/prescribe';

import { HoldoutPower } from './holdout-power.js';
import { holdOut } from './hold-out.js';
import { policyFigures, PolicyTotals } from './policy-totals.js';
import type { Decided } from './prescribed-customers.js';

const customers = 300;
const segmentNames = ['VIPs', 'Steady Users', 'Nobody'];
const next = randomSource(6);
const drawn = (of: () => number) => Float64Array.from({ length: customers }, of);
const inputs = {
  pChurn: drawn(() => next()),
  clv: drawn(() => 1000 * next()),
  price: drawn(() => 5 + 60 * next()),
};
const segment = Int32Array.from({ length: customers }, () => Math.floor(2 * next()));
const policy = prescribe(inputs, { budget: 900 });
const width = policy.offers.length;

/** Some customers and what the policy gives them. */
const decidedOf = (rows: readonly number[], choice = policy.choice) => {
  const take = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  const matrix = (of: Float64Array) =>
    Float64Array.from(rows.flatMap((row) => [...of.subarray(row * width, (row + 1) * width)]));
  const { value, cost, gain, pStay } = policy.values;
  const values = {
    ...policy.values,
    customers: rows.length,
    ...{ value: matrix(value), cost: matrix(cost), gain: matrix(gain), pStay: matrix(pStay) },
  };
  return {
    segment: Int32Array.from(rows, (row) => segment[row]),
    segmentNames,
    pChurn: take(inputs.pChurn),
    clv: take(inputs.clv),
    decision: { ...policy, values, choice: Int32Array.from(rows, (row) => choice[row]) },
  } satisfies Decided;
};
const all = [...Array(customers).keys()];
const blocks = [all.slice(0, 7), all.slice(7, 8), all.slice(8, 211), all.slice(211)];
const sumOver = (rows: readonly number[], of: (row: number) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0);

describe('PolicyTotals', () => {
  const figures = policyFigures(decidedOf(all));

  it('comes to what the prescription says, over all, by segment and by offer', () => {
    expect(figures.gain).toBeCloseTo(policy.gain, 6);
    expect(figures.spend).toBeCloseTo(policy.spend, 6);
    expect(figures.baseline_retention_value).toBeCloseTo(policy.baseline, 6);
    expect(figures.total_potential_value).toBeCloseTo(
      sumOver(all, (row) => inputs.clv[row]),
      6,
    );
    for (const { segment: s, ...told } of figures.segments) {
      const own = all.filter((row) => segment[row] === s);
      const offered = own.filter((row) => policy.choice[row] > 0).length;
      expect(told.label).toBe(segmentNames[s]);
      expect(told.customers).toBe(own.length);
      expect(told.intervention_rate).toBeCloseTo(own.length > 0 ? offered / own.length : 0, 9);
      const mean = (column: Float64Array) =>
        own.length > 0 ? sumOver(own, (row) => column[row]) / own.length : 0;
      expect(told.mean_p_churn).toBeCloseTo(mean(inputs.pChurn), 9);
      expect(told.mean_clv).toBeCloseTo(mean(inputs.clv), 9);
      const valueOf = (row: number) => policy.values.value[row * width + policy.choice[row]];
      expect(told.optimized).toBeCloseTo(sumOver(own, valueOf), 6);
    }
    for (const [a, { customers: got, cost }] of figures.offers.entries()) {
      const own = all.filter((row) => policy.choice[row] === a);
      expect(got).toBe(own.length);
      expect(cost).toBeCloseTo(
        sumOver(own, (row) => policy.values.cost[row * width + a]),
        6,
      );
    }
    expect(sumOver([...figures.offers.keys()], (a) => figures.offers[a].expected_gain)).toBeCloseTo(
      policy.gain,
      6,
    );
  });

  it('comes to the same block after block, and put together from the sums of others', () => {
    const [alone, together] = [1, 2].map(() => new PolicyTotals(segmentNames, policy.offers));
    for (const rows of blocks) {
      alone.add(decidedOf(rows));
      const part = new PolicyTotals(segmentNames, policy.offers);
      part.add(decidedOf(rows));
      together.addSums(part.sums());
    }
    for (const totals of [alone, together])
      for (const key of ['customers', 'gain', 'spend', 'mean_p_churn', 'intervention_rate'] as const)
        expect(totals.figures()[key]).toBeCloseTo(figures[key], 9);
  });

  it('leaves out whom it is not to count', () => {
    const totals = new PolicyTotals(segmentNames, policy.offers);
    totals.add(decidedOf(all), (i) => i % 3 === 0);
    const some = policyFigures(decidedOf(all.filter((row) => row % 3 === 0)));
    expect(totals.figures()).toEqual(some);
  });
});

describe('holdOut', () => {
  const { campaign, decision } = holdOut(policy, segment, { share: 0.25, seed: 3 });
  const held = all.filter((row) => campaign.heldOut[row] === 1);

  it('takes the offer from a quarter of those who have one, and what it would gain and cost with it', () => {
    const offered = all.filter((row) => policy.choice[row] > 0);
    expect(held.every((row) => policy.choice[row] > 0)).toBe(true);
    expect(Math.abs(held.length - offered.length / 4)).toBeLessThan(3);
    expect([...decision.choice]).toEqual(all.map((row) => (campaign.heldOut[row] ? 0 : policy.choice[row])));
    const forgone = sumOver(held, (row) => policy.values.gain[row * width + policy.choice[row]]);
    expect(decision.gain).toBeCloseTo(policy.gain - forgone, 6);
    expect(decision.optimized).toBeCloseTo(policy.optimized - forgone, 6);
    expect(policyFigures(decidedOf(all, decision.choice)).spend).toBeCloseTo(decision.spend, 6);
  });

  it('tells of all at once what it tells block by block', () => {
    const whole = new HoldoutPower(0.25);
    whole.add(campaign, policy.values);
    const parts = new HoldoutPower(0.25);
    for (const rows of blocks) {
      const { decision: part } = decidedOf(rows);
      const heldOut = Uint8Array.from(rows, (row) => campaign.heldOut[row]);
      parts.add({ planned: part.choice, heldOut, share: 0.25 }, part.values);
    }
    const told = whole.summary();
    expect(told).toMatchObject({ share: 0.25, held_out: held.length });
    expect(told.gain_forgone).toBeCloseTo(policy.gain - decision.gain, 6);
    const offered = all.filter((row) => policy.choice[row] > 0);
    const effect = (row: number) =>
      policy.values.pStay[row * width + policy.choice[row]] - policy.values.pStay[row * width];
    expect(told.expected_effect).toBeCloseTo(sumOver(offered, effect) / offered.length, 9);
    expect(parts.summary()).toEqual({
      ...told,
      expected_effect: expect.closeTo(told.expected_effect, 9),
      detectable_effect: expect.closeTo(told.detectable_effect!, 9),
      gain_forgone: expect.closeTo(told.gain_forgone, 9),
    });
  });
});
