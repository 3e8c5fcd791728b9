import { randomSource } from '@clv/contracts';
import { logLoss } from '../metrics/probability-loss.js';
import { rocAuc } from '../metrics/roc-auc.js';
import { scoreLadder } from '../metrics/score-ladder.js';
import { applyCalibration, logistic } from './apply-calibration.js';
import { crossCalibrate } from './cross-calibrate.js';
import { calibrationMethods } from './calibration.js';
import { fitCalibration, ladderToCalibrate } from './fit-calibration.js';
import { logisticRegression } from './logistic-regression.js';

/** Margins, and labels drawn by the chance that a known curve makes of them. */
function draw(rows: number, chance: (margin: number) => number, seed = 1) {
  const random = randomSource(seed);
  const margins = Float64Array.from({ length: rows }, () => random() * 8 - 5);
  const labels = Float64Array.from(margins, (margin) => (random() < chance(margin) ? 1 : 0));
  return { margins, labels };
}

const tooSure = (margin: number) => logistic(margin / 2 + 0.5);
const bent = (margin: number) => logistic(margin / 2 + 2 * Math.tanh(2 * margin + 2));
const stepped = (margin: number) => (margin < -2 ? 0.1 : margin < 1 ? 0.3 : 0.9);

describe.each(calibrationMethods)('calibration by %s', (method) => {
  it('keeps the order of customers, so that AUC does not fall', () => {
    const { margins, labels } = draw(3000, stepped);
    const probabilities = applyCalibration(
      fitCalibration(method, ladderToCalibrate(margins, labels)),
      margins,
    );
    expect(rocAuc(labels, probabilities)).toBeGreaterThanOrEqual(rocAuc(labels, margins));
    const order = [...margins.keys()].sort((a, b) => margins[a] - margins[b]);
    expect(order.every((row, i) => i === 0 || probabilities[row] >= probabilities[order[i - 1]])).toBe(true);
  });

  it('stays off 0 and 1 even where the classes part perfectly', () => {
    const margins = Float64Array.from({ length: 100 }, (_, i) => i / 10 - 5);
    const labels = margins.map((margin) => (margin > 0 ? 1 : 0));
    for (const p of applyCalibration(fitCalibration(method, ladderToCalibrate(margins, labels)), margins)) {
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThan(1);
    }
  });
});

describe('fitPlatt and fitBeta', () => {
  it('find the line that the labels were drawn by', () => {
    const { margins, labels } = draw(200_000, tooSure);
    const platt = fitCalibration('platt', ladderToCalibrate(margins, labels)) as {
      slope: number;
      intercept: number;
    };
    expect(platt.slope).toBeCloseTo(0.5, 1);
    expect(platt.intercept).toBeCloseTo(0.5, 1);
    const beta = fitCalibration('beta', ladderToCalibrate(margins, labels)) as {
      a: number;
      b: number;
      c: number;
    };
    expect(beta.a).toBeCloseTo(0.5, 1);
    expect(beta.b).toBeCloseTo(0.5, 1);
  });

  it('give everyone the churn rate where higher margins leave less', () => {
    const { margins, labels } = draw(2000, (margin) => logistic(-margin));
    const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
    for (const method of ['platt', 'beta'] as const)
      for (const p of applyCalibration(
        fitCalibration(method, ladderToCalibrate(margins, labels)),
        margins.slice(0, 5),
      ))
        expect(p).toBeCloseTo(rate, 3);
  });
});

describe('fitIsotonic', () => {
  it.each([
    ['nothing', () => 0.2],
    ['little', (margin: number) => logistic(margin / 8 - 2)],
    ['much', bent],
  ])('keeps the churn rate where margins tell %s', (_, chance) => {
    const { margins, labels } = draw(2000, chance);
    const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
    const calibration = fitCalibration('isotonic', ladderToCalibrate(margins, labels));
    const probabilities = applyCalibration(calibration, margins);
    const expected = probabilities.reduce((sum, p) => sum + p, 0) / labels.length;
    expect(Math.abs(expected - rate)).toBeLessThan(0.001);
  });

  it('gives nobody a chance far from the churn rate where margins tell nothing', () => {
    const { margins, labels } = draw(20_000, () => 0.2);
    const calibration = fitCalibration('isotonic', ladderToCalibrate(margins, labels));
    for (const p of applyCalibration(calibration, margins)) expect(Math.abs(p - 0.2)).toBeLessThan(0.1);
  });
});

describe('logisticRegression', () => {
  it('solves the score equations: residuals are orthogonal to every column', () => {
    const { margins, labels } = draw(500, tooSure);
    const columns = [margins, margins.map((m) => m * m), margins.map(() => 1)];
    const weights = logisticRegression(columns, { customers: labels.map(() => 1), churned: labels }, 0);
    for (const column of columns) {
      const residual = column.reduce((sum, x, row) => {
        const margin = columns.reduce((total, other, i) => total + weights[i] * other[row], 0);
        return sum + x * (labels[row] - logistic(margin));
      }, 0);
      expect(residual).toBeCloseTo(0, 6);
    }
  });
});

describe('crossCalibrate', () => {
  const folds = (rows: number) => Int8Array.from({ length: rows }, (_, row) => row % 5);

  it.each([
    ['none', logistic],
    ['platt', tooSure],
    ['isotonic', bent],
  ] as const)('finds out that %s fits', (method, chance) => {
    const { margins, labels } = draw(20_000, chance);
    const chosen = crossCalibrate(calibrationMethods, margins, labels, folds(20_000));
    expect(chosen.calibration.method).toBe(method);
    const loss = (p: Float64Array) => logLoss(scoreLadder(labels, p));
    expect(loss(chosen.probabilities)).toBeLessThan(loss(margins.map(chance)) * 1.05);
  });

  it('mends probabilities that are far off where margins tell little', () => {
    const rows = 3000;
    for (let seed = 0; seed < 10; seed++) {
      const random = randomSource(seed, 1);
      // Of trees that have hardly grown: a half for everyone, of whom one in twelve leaves.
      const margins = Float64Array.from({ length: rows }, () => 0.1 * (random() - 0.5));
      const labels = margins.map((margin) => (random() < logistic(5 * margin - 2.4) ? 1 : 0));
      const { calibration, probabilities } = crossCalibrate(calibrationMethods, margins, labels, folds(rows));
      const mean = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0) / rows;
      expect(calibration.method).not.toBe('none');
      expect(Math.abs(mean(probabilities) - mean(labels))).toBeLessThan(0.02);
      expect(Math.abs(mean(applyCalibration(calibration, margins)) - mean(labels))).toBeLessThan(0.02);
    }
  });

  it('passes over a method that no longer tells apart those whom margins do', () => {
    const random = randomSource(3);
    const foldOf = folds(3000);
    // Each fold's margins lie so that those of the others seem to fall, though they rise in each.
    const margins = Float64Array.from(foldOf, (fold) => fold * 4 + random());
    const labels = margins.map((margin, row) =>
      random() < 0.5 - 0.1 * foldOf[row] + 0.3 * (margin - 4 * foldOf[row]) ? 1 : 0,
    );
    const flat = crossCalibrate(['platt'], margins, labels, foldOf);
    expect(flat.calibration).toMatchObject({ method: 'platt', slope: 0 });
    expect(crossCalibrate(['none', 'platt'], margins, labels, foldOf).calibration.method).toBe('none');
  });

  it('compares methods on customers of every fold, also where each that it would look at were of one', () => {
    const { margins, labels } = draw(500_000, tooSure);
    const chosen = crossCalibrate(['none', 'platt'], margins, labels, folds(500_000));
    expect(chosen.calibration.method).toBe('platt');
  });

  it('gives the customers of a fold the same probabilities whatever their own labels are', () => {
    const { margins, labels } = draw(1000, tooSure);
    const foldOf = folds(1000);
    const flipped = labels.map((label, row) => (foldOf[row] === 2 ? 1 - label : label));
    for (const method of calibrationMethods) {
      const before = crossCalibrate([method], margins, labels, foldOf).probabilities;
      const after = crossCalibrate([method], margins, flipped, foldOf).probabilities;
      expect(after.filter((_, row) => foldOf[row] === 2)).toEqual(
        before.filter((_, row) => foldOf[row] === 2),
      );
    }
  });
});

/** By statsmodels 0.15.0 (a binomial GLM of Platt's targets); the line by scikit-learn 1.9.1 too. */
describe.each([
  {
    labels: [0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1],
    platt: [0.682964863526836, -0.050729310987140286],
    beta: [0.72371255, 0.64453412, 0.02333535],
  },
  {
    labels: [0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1],
    platt: [0.6345853317547373, -0.047289168875979615],
    beta: [0.54383929, 0.72315155, -0.21743305],
  },
])('fourteen customers, of whom left $labels', ({ labels, platt, beta }) => {
  const margins = [-3.2, -2.5, -2.5, -1.1, -0.7, -0.4, 0, 0.3, 0.3, 0.9, 1.4, 2.2, 2.9, 3.5];
  const ladder = ladderToCalibrate(margins, labels);

  it('have the line of statsmodels and scikit-learn', () => {
    const [slope, intercept] = platt.map((weight) => expect.closeTo(weight, 6) as number);
    expect(fitCalibration('platt', ladder)).toEqual({ method: 'platt', slope, intercept });
  });

  it('have the beta calibration of statsmodels', () => {
    const [a, b, c] = beta.map((weight) => expect.closeTo(weight, 5) as number);
    expect(fitCalibration('beta', ladder)).toEqual({ method: 'beta', a, b, c });
  });
});
