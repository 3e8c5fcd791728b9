import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { mixedEffects, mixturesOf } from './common-and-apart.js';

const rows = 4000;
const normal = randomNormal.source(randomSource(3))();
const drawn = () => Float64Array.from({ length: rows }, () => 0.1 * normal());
const [everyOffer, thisOffer] = [drawn(), drawn()];
const averages = [0.05, -0.02];

/** Two offers that move customers alike by the one, and opposite customers by the other. */
const truthOf = (alike: number, opposite: number) =>
  averages.map((average, offer) =>
    Float32Array.from(
      everyOffer,
      (each, i) => average + alike * each + (offer ? -1 : 1) * opposite * thisOffer[i],
    ),
  );
/** Scores that vary by 1 about the truth. */
const scoresOf = (truth: readonly Float32Array[]) =>
  truth.map((effects) => ({
    scores: Float64Array.from(effects, (effect) => effect + normal()),
    precision: new Float64Array(rows).fill(1),
  }));
const claimed = truthOf(1, 1).map((estimate) => [estimate]);
const prior = { common: [0.5], apart: [0.5] };
const weigh = (alike: number, opposite: number) =>
  mixturesOf(scoresOf(truthOf(alike, opposite)), claimed, averages, prior);

describe('what offers have in common and what sets them apart', () => {
  it('are weighed each by what held-out scores say of it', async () => {
    const alike = weigh(1, 0);
    expect(alike.common[0]).toBeGreaterThan(0.8);
    expect(alike.apart[0]).toBeLessThan(0.3);
    const opposite = weigh(0, 1);
    expect(opposite.common[0]).toBeLessThan(0.3);
    expect(opposite.apart[0]).toBeGreaterThan(0.8);
  });

  it('add up to the estimate where both count in full, and to the averages where neither does', () => {
    mixedEffects(claimed, averages, { common: [1], apart: [1] }).forEach((effects, offer) => {
      effects.forEach((effect, i) => expect(effect).toBeCloseTo(claimed[offer][0][i], 6));
    });
    const nothing = mixedEffects(claimed, averages, { common: [0], apart: [0] });
    nothing.forEach((effects, offer) =>
      expect(new Set(effects)).toEqual(new Set([Math.fround(averages[offer])])),
    );
  });

  it('are the prior where nobody was held out', () => {
    const none = averages.map(() => ({ scores: new Float64Array(0), precision: new Float64Array(0) }));
    const { common, apart } = mixturesOf(none, [[new Float32Array(0)], [new Float32Array(0)]], averages, {
      common: [0.3],
      apart: [0.2],
    });
    expect(common[0]).toBeCloseTo(0.3, 9);
    expect(apart[0]).toBeCloseTo(0.2, 9);
  });

  it('are one where there is one offer', () => {
    const single = [claimed[0]];
    const whole = mixedEffects(single, [averages[0]], { common: [0.4], apart: [1] });
    expect(whole).toEqual(mixedEffects(single, [averages[0]], { common: [0.4], apart: [0] }));
  });
});
