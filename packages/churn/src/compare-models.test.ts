import { randomSource } from '@clv/contracts';
import { compareModels } from './compare-models.js';
import { evaluateChurn } from './evaluate.js';

/** Customers of known truth, predicted by the truth and by the truth with some noise. */
function draw(rows: number, noise: number, random: () => number) {
  const logits = Array.from({ length: rows }, () => (random() - 0.6) * 6);
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const labels = logits.map((logit) => (random() < sigmoid(logit) ? 1 : 0));
  const report = (by: number) =>
    evaluateChurn(
      labels,
      logits.map((logit) => sigmoid(logit + by * (random() - 0.5))),
      { keepScores: true },
    );
  return { labels, exact: report(0), blurred: report(noise), blurredAgain: report(noise) };
}

describe('compareModels', () => {
  it('finds the better of two models, in both measures', () => {
    const { exact, blurred } = draw(3000, 6, randomSource(1));
    const { auc, logLoss } = compareModels(exact, blurred);
    expect(auc.difference).toBeCloseTo(exact.auc - blurred.auc, 12);
    expect(logLoss.difference).toBeCloseTo(exact.logLoss - blurred.logLoss, 12);
    expect(auc.interval[0]).toBeGreaterThan(0);
    expect(logLoss.interval[1]).toBeLessThan(0);
  });

  it('covers no difference in 93 to 97 of 100 pairs of equally good models', () => {
    const random = randomSource(3);
    let covered = 0;
    const pairs = 1000;
    for (let pair = 0; pair < pairs; pair++) {
      const { blurred, blurredAgain } = draw(200, 4, random);
      const [low, high] = compareModels(blurred, blurredAgain, { resamples: 1 }).auc.interval;
      if (low <= 0 && 0 <= high) covered++;
    }
    expect(covered / pairs).toBeGreaterThan(0.93);
    expect(covered / pairs).toBeLessThan(0.97);
  });

  it('has a bootstrap interval as wide as the standard error of a paired mean', () => {
    const { exact, blurred } = draw(2000, 3, randomSource(2));
    const surprise = ({ scores }: typeof exact, row: number) =>
      -Math.log(scores!.labels[row] === 1 ? scores!.probabilities[row] : 1 - scores!.probabilities[row]);
    const gaps = exact.scores!.labels.map((_, row) => surprise(exact, row) - surprise(blurred, row));
    const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
    const error = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length ** 2);
    const [low, high] = compareModels(exact, blurred, { resamples: 4000 }).logLoss.interval;
    expect((high - low) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  it('refuses reports without scores, or of other customers', () => {
    const { exact } = draw(200, 1, randomSource(1));
    const other = draw(200, 1, randomSource(2)).exact;
    expect(() => compareModels(exact, { ...exact, scores: undefined })).toThrow(
      'the second report has no scores',
    );
    expect(() => compareModels(exact, other)).toThrow('the reports are not of the same customers');
    expect(() => compareModels(exact, exact, { resamples: 0 })).toThrow(
      'resamples must be a whole number from 1 to 1000000: 0',
    );
  });
});
