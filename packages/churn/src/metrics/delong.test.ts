import { randomSource, studentQuantile } from '@clv/contracts';
import { aucInterval } from './delong.js';
import { rocAuc } from './roc-auc.js';
import { scoreLadder } from './score-ladder.js';

/** Scores of exponential waiting times: those who churn wait longer, and the AUC is exactly 1 / (1 + rate). */
function drawScores(churned: number, stayed: number, rate: number, random: () => number) {
  const labels = [...Array(churned).fill(1), ...Array(stayed).fill(0)] as number[];
  return { labels, scores: labels.map((label) => -Math.log(1 - random()) / (label === 1 ? rate : 1)) };
}

describe('aucInterval', () => {
  it('has the variance of DeLong’s structural components, pair by pair', () => {
    const { labels, scores } = drawScores(12, 9, 0.4, randomSource(2));
    const rounded = scores.map((score) => Math.round(score * 4));
    const wins = (i: number, j: number) =>
      rounded[i] > rounded[j] ? 1 : rounded[i] === rounded[j] ? 0.5 : 0;
    const rows = (label: number) => labels.flatMap((value, row) => (value === label ? [row] : []));
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const churned = rows(1).map((i) => mean(rows(0).map((j) => wins(i, j))));
    const stayed = rows(0).map((j) => mean(rows(1).map((i) => wins(i, j))));
    const auc = rocAuc(labels, rounded);
    // Two more of either kind, as far off as placements of exponential scores with this AUC are on average.
    const variance = (values: number[], square: number) => {
      const squares = values.reduce((sum, v) => sum + (v - auc) ** 2, 2 * (square - auc ** 2));
      return squares / (values.length + 1) / values.length;
    };
    const [left, right] = [variance(churned, auc / (2 - auc)), variance(stayed, (2 * auc ** 2) / (1 + auc))];
    const freedom = (left + right) ** 2 / (left ** 2 / 13 + right ** 2 / 10);
    const margin = (studentQuantile(0.95, freedom) * Math.sqrt(left + right)) / (auc * (1 - auc));
    const logOdds = (share: number) => Math.log(share / (1 - share));
    const [low, high] = aucInterval(scoreLadder(labels, rounded));
    expect(logOdds(low)).toBeCloseTo(logOdds(auc) - margin, 10);
    expect(logOdds(high)).toBeCloseTo(logOdds(auc) + margin, 10);
  });

  it.each([
    ['50 of 550 who leave', 50, 500, 1 / 25, 0.86],
    ['50 of 100 whom a model tells apart nearly always', 50, 50, 1 / 80, 0.83],
    ['10 of 210 who leave', 10, 200, 1 / 6, 0.87],
  ])('covers the true AUC of %s, though not in 95 of 100', (_, leave, stay, rate, least) => {
    const random = randomSource(19);
    let covered = 0;
    for (let sample = 0; sample < 1000; sample++) {
      const { labels, scores } = drawScores(leave, stay, rate, random);
      const [low, high] = aucInterval(scoreLadder(labels, scores));
      if (low <= 1 / (1 + rate) && 1 / (1 + rate) <= high) covered++;
    }
    expect(covered / 1000).toBeGreaterThan(least);
  });

  it('claims no certainty where everyone is told apart, or one customer alone left', () => {
    const [low, high] = aucInterval(scoreLadder([0, 0, 0, 1, 1], [0.1, 0.2, 0.3, 0.8, 0.9]));
    expect(high).toBe(1);
    expect(low).toBeLessThan(0.9);
    const [least, most] = aucInterval(scoreLadder([0, 0, 0, 0, 1], [0.1, 0.2, 0.3, 0.8, 0.5]));
    expect(most - least).toBeGreaterThan(0.3);
  });

  it('covers the true AUC in 93 to 97 of 100 samples', () => {
    const random = randomSource(7);
    const rate = 1 / 3;
    let covered = 0;
    for (let sample = 0; sample < 3000; sample++) {
      const { labels, scores } = drawScores(60, 140, rate, random);
      const [low, high] = aucInterval(scoreLadder(labels, scores));
      if (low <= 1 / (1 + rate) && 1 / (1 + rate) <= high) covered++;
    }
    expect(covered / 3000).toBeGreaterThan(0.93);
    expect(covered / 3000).toBeLessThan(0.97);
  });
});
