import { randomSource } from '@clv/contracts';
import { compareModels } from './compare-models.js';
import { evaluateChurn } from './evaluate.js';

/** Customers of known truth, predicted by the truth and by the truth with some noise. */
function draw(rows: number, noise: number, random: () => number, centre = -0.6) {
  const logits = Array.from({ length: rows }, () => centre + (random() - 0.5) * 6);
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  let labels: number[];
  do labels = logits.map((logit) => (random() < sigmoid(logit) ? 1 : 0));
  while (!labels.includes(1));
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
      const [low, high] = compareModels(blurred, blurredAgain).auc.interval;
      if (low <= 0 && 0 <= high) covered++;
    }
    expect(covered / pairs).toBeGreaterThan(0.93);
    expect(covered / pairs).toBeLessThan(0.97);
  });

  it('covers no difference in at least 93 of 100 pairs where only some 5 of 100 left', () => {
    const random = randomSource(4);
    const covered = { auc: 0, logLoss: 0 };
    const pairs = 400;
    for (let pair = 0; pair < pairs; pair++) {
      const { blurred, blurredAgain } = draw(100, 4, random, -4);
      const compared = compareModels(blurred, blurredAgain);
      for (const measure of ['auc', 'logLoss'] as const) {
        const [low, high] = compared[measure].interval;
        if (low <= 0 && 0 <= high) covered[measure]++;
      }
    }
    expect(covered.auc / pairs).toBeGreaterThan(0.93);
    expect(covered.logLoss / pairs).toBeGreaterThan(0.93);
  });

  it('claims no certainty where one alone left, and no difference beyond 1', () => {
    const labels = [1, ...Array<number>(9).fill(0)];
    const report = (risk: number) =>
      evaluateChurn(labels, [risk, ...Array<number>(9).fill(0.5)], { keepScores: true });
    const [low, high] = compareModels(report(0.9), report(0.1)).auc.interval;
    expect(low).toBeLessThanOrEqual(1);
    expect(high).toBe(1);
    const same = compareModels(report(0.9), report(0.9));
    expect(same.logLoss).toEqual({ difference: 0, interval: [0, 0] });
  });

  it('has an interval of log-loss as wide as the standard error of a paired mean', () => {
    const { exact, blurred } = draw(2000, 3, randomSource(2));
    const surprise = ({ scores }: typeof exact, row: number) =>
      -Math.log(scores!.labels[row] === 1 ? scores!.probabilities[row] : 1 - scores!.probabilities[row]);
    const gaps = exact.scores!.labels.map((_, row) => surprise(exact, row) - surprise(blurred, row));
    const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
    const error = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length ** 2);
    const [low, high] = compareModels(exact, blurred).logLoss.interval;
    expect((high - low) / (2 * 1.96 * error)).toBeCloseTo(1, 1);
  });

  it('refuses reports without scores, or of other customers', () => {
    const { exact } = draw(200, 1, randomSource(1));
    const other = draw(200, 1, randomSource(2)).exact;
    expect(() => compareModels(exact, { ...exact, scores: undefined })).toThrow(
      'the second report has no scores',
    );
    expect(() => compareModels(exact, other)).toThrow('the reports are not of the same customers');
  });
});
