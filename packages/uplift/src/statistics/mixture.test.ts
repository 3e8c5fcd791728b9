import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { mixtureOf } from './mixture.js';

const normal = randomNormal.source(randomSource(5))();
const truth = Float64Array.from({ length: 3000 }, () => 0.1 * normal());
const off = (by: number) => truth.map((effect) => effect + by * normal());
const times = (factor: number) => truth.map((effect) => factor * effect);
const noise = 1;
const scores = off(noise);
const precision = scores.map(() => 1 / noise ** 2);
const sure = precision.map((each) => 1000 * each);
const halves = [0.5, 0.5];

describe('mixtureOf', () => {
  it('is the prior where no row speaks', () => {
    const none = new Float64Array(0);
    const offer = { scores: none, precision: none, estimates: [none, none, none] };
    for (const prior of [
      [0.5, 0, 0.5],
      [0.2, 0.1, 0.3],
      [0.5, 0.5, 0.5],
    ]) {
      mixtureOf([offer], prior).forEach((share, k) => expect(share).toBeCloseTo(prior[k], 9));
    }
  });

  it('takes the good estimate alone where the other is wrong, and the average where both are noise', () => {
    const rows = { scores: truth, precision: sure };
    const good = mixtureOf([{ ...rows, estimates: [times(-1), truth] }], halves);
    expect(good[0]).toBeLessThan(0.01);
    expect(good[1]).toBeCloseTo(1, 2);
    const lost = mixtureOf([{ ...rows, estimates: halves.map(() => truth.map(() => normal())) }], halves);
    expect(lost[0] + lost[1]).toBeLessThan(0.01);
  });

  it('stretches estimates that hold back too much as far as the prior thought, and no further', () => {
    const offer = { scores: truth, precision: sure, estimates: [times(0.5), times(0.5)] };
    const together = (prior: readonly number[]) =>
      mixtureOf([offer], prior).reduce((sum, share) => sum + share, 0);
    expect(together(halves)).toBeCloseTo(1, 6);
    expect(together([0.8, 0.7])).toBeCloseTo(1.5, 6);
    expect(together([1, 1.5])).toBeCloseTo(2, 2);
  });

  it('is nearer to the truth than either of two estimates whose errors differ', () => {
    const estimates = [off(0.05), off(0.05)];
    const shares = mixtureOf([{ scores, precision, estimates }], halves);
    const errorOf = (estimate: Float64Array) =>
      estimate.reduce((sum, effect, i) => sum + (effect - truth[i]) ** 2, 0);
    const mixed = truth.map((_, i) => shares[0] * estimates[0][i] + shares[1] * estimates[1][i]);
    expect(errorOf(mixed)).toBeLessThan(0.7 * Math.min(...estimates.map(errorOf)));
  });

  it('is the best of all mixtures, of all offers together, by brute force', () => {
    const offers = [
      [off(0.05), off(0.2), off(0.1)],
      [times(-1), times(0.4), off(0.3)],
      [times(2), off(0.1), times(0.9)],
    ].map((estimates, offer) => ({ scores, precision: offer === 1 ? precision : sure, estimates }));
    for (const asked of [...offers.map((offer) => [offer]), offers.slice(1), offers])
      for (const prior of [
        [0.5, 0, 0.5],
        [0.5, 0.5, 0.5],
      ]) {
        const lossOf = (shares: readonly number[]) =>
          asked.reduce(
            (loss, { estimates, precision: weight }) =>
              scores.reduce((sum, score, i) => {
                const mixed = shares.reduce((effect, share, k) => effect + share * estimates[k][i], 0);
                return sum + weight[i] * (score - mixed) ** 2;
              }, loss),
            shares.reduce((sum, share, k) => sum + 16 * (share - prior[k]) ** 2, 0),
          );
        const least = lossOf(mixtureOf(asked, prior));
        for (const shares of grid(8, prior))
          expect(lossOf(shares)).toBeGreaterThanOrEqual(least * (1 - 1e-12));
      }
  });

  it('settles where estimates are all but the same, and however sure the scores are', () => {
    const twins = [truth, times(1 + 1e-9), truth.map((effect) => effect + 1e-12)];
    for (const certainty of [1, 1e6, 1e15]) {
      const weight = precision.map((each) => certainty * each);
      const shares = mixtureOf([{ scores: truth, precision: weight, estimates: twins }], [0.5, 0, 0.5]);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  });
});

/** Shares of three estimates in so many steps, together at most 1 or what the prior has together. */
function grid(steps: number, prior: readonly number[]): number[][] {
  const most = Math.max(
    1,
    prior.reduce((sum, share) => sum + share, 0),
  );
  const all: number[][] = [];
  for (let a = 0; a <= steps; a++)
    for (let b = 0; a + b <= steps; b++)
      for (let c = 0; a + b + c <= steps; c++) all.push([a, b, c].map((step) => (most * step) / steps));
  return all;
}
