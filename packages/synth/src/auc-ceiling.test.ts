import { randomSource } from '@clv/contracts';
import { aucCeiling } from './auc-ceiling.js';

function byEveryPair(p: number[]): number {
  let ordered = 0;
  let pairs = 0;
  p.forEach((leaver, i) =>
    p.forEach((stayer, j) => {
      if (i === j) return;
      const weight = leaver * (1 - stayer);
      pairs += weight;
      ordered += weight * (leaver > stayer ? 1 : leaver === stayer ? 0.5 : 0);
    }),
  );
  return ordered / pairs;
}

describe('aucCeiling', () => {
  it('equals the sum over every pair, ties and all', () => {
    const random = randomSource(1);
    for (let round = 0; round < 50; round++) {
      const p = Array.from({ length: 2 + round }, () => Math.round(random() * 8) / 8);
      if (p.every((value) => value === 0) || p.every((value) => value === 1)) continue;
      expect(aucCeiling(p)).toBeCloseTo(byEveryPair(p), 12);
    }
  });

  it('is one where fate is certain, a half where nobody differs, NaN where nobody can leave', () => {
    expect(aucCeiling([0, 0, 1])).toBe(1);
    expect(aucCeiling([0.3, 0.3, 0.3])).toBeCloseTo(0.5, 12);
    expect(aucCeiling([0, 0])).toBeNaN();
  });

  it('refuses a value that is not a probability, by its row', () => {
    expect(() => aucCeiling([0.5, Number.NaN, 2])).toThrow(
      'row 2: a probability must lie in [0, 1]: NaN\nrow 3: a probability must lie in [0, 1]: 2',
    );
  });

  it.each([null, 5, 'half'])('refuses %p, which is no list of probabilities', (odd) => {
    expect(() => aucCeiling(odd as never)).toThrow('trueProbabilities must be an array of numbers');
    expect(() => aucCeiling([0.5, null] as never)).toThrow('row 2: a probability must lie in [0, 1]: null');
  });

  it('is what the true probabilities score on average over many fates', () => {
    const random = randomSource(2);
    const p = Array.from({ length: 60 }, () => random() ** 2);
    let ordered = 0;
    let pairs = 0;
    for (let fate = 0; fate < 4000; fate++) {
      const left = p.map((value) => random() < value);
      for (let i = 0; i < p.length; i++)
        for (let j = 0; j < p.length; j++)
          if (left[i] && !left[j]) {
            pairs++;
            ordered += p[i] > p[j] ? 1 : 0;
          }
    }
    expect(Math.abs(ordered / pairs - aucCeiling(p))).toBeLessThan(0.002);
  });
});
