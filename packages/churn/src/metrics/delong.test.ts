import { randomSource } from '@clv/contracts';
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
    const variance = (values: number[]) =>
      mean(values.map((v) => (v - mean(values)) ** 2)) / (values.length - 1);
    const churned = rows(1).map((i) => mean(rows(0).map((j) => wins(i, j))));
    const stayed = rows(0).map((j) => mean(rows(1).map((i) => wins(i, j))));
    const margin = 1.959963984540054 * Math.sqrt(variance(churned) + variance(stayed));
    const auc = rocAuc(labels, rounded);
    const [low, high] = aucInterval(scoreLadder(labels, rounded));
    expect(low).toBeCloseTo(auc - margin, 12);
    expect(high).toBeCloseTo(Math.min(1, auc + margin), 12);
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
