import { comparePolicies, frontier, prescribe, sensitivity } from '@clv/prescribe';

import { scaledEvidence } from './scaled-evidence.js';

const factor = 4;

/** What shows that a policy is good, for six customers of whom each stands so many times. */
function evidenceOf(times: number) {
  const each = (values: number[]) => Array.from({ length: times }, () => values).flat();
  const inputs = {
    pChurn: each([0.1, 0.5, 0.7, 0.3, 0.2, 0.9]),
    clv: each([300, 900, 150, 700, 80, 400]),
    price: each([30, 60, 20, 50, 10, 40]),
  };
  const prescription = prescribe(inputs);
  const { values } = prescription;
  return {
    policies: comparePolicies({ inputs, ...prescription }, { resamples: 2 }).filter(
      ({ policy }) => policy !== 'random',
    ),
    assumptions: { ...sensitivity(inputs), customers: 6, swing: 0.2, ranges: {} as never },
    frontier: frontier(
      { customers: 6 * times, offers: values.offers.length, gain: values.gain, cost: values.cost },
      11,
    ),
  };
}

const figures = ({ policies, assumptions, frontier }: ReturnType<typeof evidenceOf>) => ({
  policies: policies.map(({ policy, customers, value, gain, spend, behindOurs, roi }) => [
    policy,
    ...[customers, value.value, gain.value, spend.value, behindOurs.value, roi?.value ?? 0].map(rounded),
  ]),
  swings: assumptions.swings.map(({ name, low, high, replannedLow, replannedHigh }) => [
    name,
    ...[low, high, replannedLow, replannedHigh].map(rounded),
  ]),
  gain: rounded(assumptions.gain),
  breakEven: assumptions.breakEven.map(({ share }) => rounded(share)),
  frontier: frontier.map((point) => Object.values(point).map(rounded)),
});

const rounded = (value: number) => Number(value.toPrecision(9));

describe('scaledEvidence', () => {
  it('is the evidence of a table in which each customer stands so many times', () => {
    expect(figures(scaledEvidence(evidenceOf(1), factor))).toEqual(figures(evidenceOf(factor)));
  });

  it('widens intervals with their estimates', () => {
    const [before] = evidenceOf(1).policies;
    const [{ gain }] = scaledEvidence(evidenceOf(1), factor).policies;
    expect([gain.low, gain.high]).toEqual([factor * before.gain.low, factor * before.gain.high]);
  });
});
