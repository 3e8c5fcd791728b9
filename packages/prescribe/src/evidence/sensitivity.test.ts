import { randomSource } from '@clv/contracts';
import { prescribe } from '../policy/prescribe.js';
import type { CustomerInputs } from '../value/inputs.js';
import { sensitivity } from './sensitivity.js';

const next = randomSource(11);
const column = (draw: () => number) => Float64Array.from({ length: 400 }, draw);
const inputs = {
  pChurn: column(() => 0.8 * next()),
  clv: column(() => 200 + 2000 * next()),
  price: column(() => 10 + 80 * next()),
  sensitivity: column(() => 0.2 + 0.8 * next()),
} satisfies CustomerInputs;
const offers = [
  { id: 'ten', discount: 0.1, months: 6, cost: 2, redemption: 0.9, lift: 0.3 },
  { id: 'call', cost: 15, lift: 0.1 },
];
const budget = 4000;

/** The gain of a policy, offer by offer from the definitions, with each assumption multiplied by a factor. */
function gainOf(
  choice: ArrayLike<number>,
  times: { lift?: number; margin?: number; cost?: number; risk?: number },
): number {
  const { lift = 1, margin = 1, cost = 1, risk = 1 } = times;
  let gain = 0;
  for (let i = 0; i < choice.length; i++) {
    if (choice[i] === 0) continue;
    const offer = { discount: 0, months: 0, redemption: 1, ...offers[choice[i] - 1] };
    const leave = Math.min(1, inputs.pChurn[i] * risk);
    const stay = 1 - leave + leave * offer.lift * inputs.sensitivity[i] * lift;
    const paid = offer.cost + stay * offer.redemption * offer.discount * inputs.price[i] * offer.months;
    gain += (stay - (1 - leave)) * inputs.clv[i] * margin - cost * paid;
  }
  return gain;
}

describe('sensitivity', () => {
  const result = sensitivity(inputs, { offers, budget, swing: 0.25 });
  const { choice, gain } = prescribe(inputs, { offers, budget });

  it.each(['lift', 'margin', 'cost', 'risk'])(
    'tells what the chosen policy gains with another %s',
    (name) => {
      const swing = result.swings.find((other) => other.name === name)!;
      expect(swing.low).toBeCloseTo(gainOf(choice, { [name]: 0.75 }), 6);
      expect(swing.high).toBeCloseTo(gainOf(choice, { [name]: 1.25 }), 6);
    },
  );

  it('gains no less when the policy is chosen anew, where no budget forbids it', () => {
    expect(result.gain).toBeCloseTo(gain, 8);
    const unlimited = sensitivity(inputs, { offers });
    for (const { low, high, replannedLow, replannedHigh } of unlimited.swings) {
      expect(replannedLow).toBeGreaterThanOrEqual(low - 1e-6);
      expect(replannedHigh).toBeGreaterThanOrEqual(high - 1e-6);
    }
  });

  it('moves the risk of customers too whom an offer drives away for certain', () => {
    const few = { pChurn: [0.01, 0.5], clv: [1000, 1000], price: [10, 10] };
    const pStay = Float64Array.of(0.99, 0, 0.5, 0.9);
    const { swings, gain } = sensitivity({ ...few, pStay }, { offers: [{ id: 'call', cost: 1 }] });
    const { low, high } = swings.find(({ name }) => name === 'risk')!;
    // Of the second alone, who is called: .4 of .5 is won back, of .4 and .6 as large a share.
    expect([gain, low, high].map((each) => Math.round(each))).toEqual([399, 319, 479]);
  });

  it('puts the widest swing first', () => {
    const widths = result.swings.map(({ low, high }) => Math.abs(high - low));
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
  });

  it('finds the lift at which an offer gains nothing from those who are recommended it', () => {
    for (const { offer, lift } of result.breakEven) {
      const a = offers.findIndex(({ id }) => id === offer) + 1;
      const only = choice.map((chosen) => (chosen === a ? a : 0));
      expect(gainOf(only, { lift: lift! / offers[a - 1].lift })).toBeCloseTo(0, 6);
    }
  });

  it("moves the caller's own factors, such as a shorter horizon", () => {
    const half = inputs.clv.map((value) => value / 2);
    const factors = [{ name: 'horizon', low: { clv: half }, high: {} }];
    const swing = sensitivity(inputs, { offers, budget, factors }).swings.find(
      ({ name }) => name === 'horizon',
    )!;
    expect(swing.low).toBeCloseTo(gainOf(choice, { margin: 0.5 }), 6);
    expect(swing.high).toBeCloseTo(gain, 6);
  });

  it('refuses a swing that turns signs', () => {
    expect(() => sensitivity(inputs, { swing: 1.5 })).toThrow('swing must be between 0 and 1: 1.5');
  });
});
