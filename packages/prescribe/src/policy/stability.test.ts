import { prescribe } from './prescribe.js';
import { choiceStability } from './stability.js';

const offers = [{ id: 'call', cost: 10 }];

/** One customer whom a call keeps with .05 more, give or take; worth 1,000, so it gains 40 on average. */
const inputs = (effectError: number) => ({
  pChurn: [0.5],
  clv: [1000],
  price: [0],
  effect: Float64Array.of(0, 0.05),
  effectError: Float64Array.of(0, effectError),
});

describe('choiceStability', () => {
  it('is the chance that the effect still pays', () => {
    // The gain is normal with mean 40 and error 1,000 x .04: above 0 with probability .8413.
    const { mean } = choiceStability(prescribe(inputs(0.04), { offers }), inputs(0.04), { draws: 20_000 });
    expect(Math.abs(mean - 0.8413)).toBeLessThan(4 * Math.sqrt((0.84 * 0.16) / 20_000));
  });

  it('is told of those who get an offer apart from those who need none', () => {
    const twins = (second: number) => ({
      pChurn: [0.5, 0],
      clv: [1000, 1000],
      price: [0, 0],
      effect: Float64Array.of(0, 0.05, 0, second),
      effectError: Float64Array.of(0, 0.04, 0, 0),
    });
    const { share, mean, meanOffered } = choiceStability(prescribe(twins(0), { offers }), twins(0));
    expect(share[1]).toBeCloseTo(1, 12);
    expect(meanOffered).toBe(share[0]);
    expect(mean).toBeCloseTo((share[0] + 1) / 2, 12);
  });

  it('is certain where the effect is', () => {
    expect(choiceStability(prescribe(inputs(0), { offers }), inputs(0)).mean).toBeCloseTo(1, 12);
  });
});
