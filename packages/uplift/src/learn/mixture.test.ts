import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { mixtureOf } from './mixture.js';

const normal = randomNormal.source(randomSource(5))();
const truth = Float64Array.from({ length: 5000 }, () => 0.1 * normal());
const off = (by: number) => truth.map((effect) => effect + by * normal());
const noise = 1;
const scores = off(noise);
const precision = scores.map(() => 1 / noise ** 2);
const sure = precision.map((each) => 1000 * each);

describe('mixtureOf', () => {
  it('takes half of each estimate where no row speaks', () => {
    const none = new Float64Array(0);
    expect(
      mixtureOf({ scores: none, precision: none, byOutcomes: none, byScores: none, average: 0 }),
    ).toEqual({ outcomes: 0.5, scores: 0.5 });
  });

  it('takes the good estimate alone where the other is wrong, and the average where both are noise', () => {
    const rows = { scores: truth, precision: sure, average: 0 };
    const good = mixtureOf({ ...rows, byOutcomes: truth.map((effect) => -effect), byScores: truth });
    expect(good.scores).toBeCloseTo(1, 2);
    expect(good.outcomes).toBeLessThan(0.01);
    const lost = mixtureOf({
      ...rows,
      byOutcomes: truth.map(() => normal()),
      byScores: truth.map(() => normal()),
    });
    expect(lost.scores + lost.outcomes).toBeLessThan(0.01);
  });

  it('is nearer to the truth than either of two estimates whose errors differ', () => {
    const [byOutcomes, byScores] = [off(0.05), off(0.05)];
    const { outcomes, scores: share } = mixtureOf({ scores, precision, byOutcomes, byScores, average: 0 });
    const errorOf = (estimate: Float64Array) =>
      estimate.reduce((sum, effect, i) => sum + (effect - truth[i]) ** 2, 0);
    const mixed = truth.map((_, i) => outcomes * byOutcomes[i] + share * byScores[i]);
    expect(errorOf(mixed)).toBeLessThan(0.7 * Math.min(errorOf(byOutcomes), errorOf(byScores)));
  });

  it('is the best of all mixtures between 0 and 1, by brute force', () => {
    const estimates = [
      [off(0.05), off(0.2)],
      [truth.map((effect) => -effect), truth.map((effect) => 0.4 * effect)],
      [truth.map((effect) => 2 * effect), off(0.1)],
    ];
    for (const [byOutcomes, byScores] of estimates) {
      const rows = { scores, precision: sure, byOutcomes, byScores, average: 0.02 };
      const lossOf = (a: number, b: number) =>
        scores.reduce(
          (sum, score, i) => {
            const mixed = a * byOutcomes[i] + b * byScores[i] + (1 - a - b) * 0.02;
            return sum + sure[i] * (score - mixed) ** 2;
          },
          16 * ((a - 0.5) ** 2 + (b - 0.5) ** 2),
        );
      const { outcomes, scores: share } = mixtureOf(rows);
      const found = lossOf(outcomes, share);
      for (let a = 0; a <= 20; a++) {
        for (let b = 0; a + b <= 20; b++) {
          expect(lossOf(a / 20, b / 20)).toBeGreaterThanOrEqual(found * (1 - 1e-12));
        }
      }
    }
  });
});
