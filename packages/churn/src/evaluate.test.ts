import { randomSource } from '@clv/contracts';
import { evaluateChurn } from './evaluate.js';

describe('evaluateChurn', () => {
  /** Five customers by hand: scores .9 .8 .7 .6 .2, of whom 1, 2 and 4 churned. */
  const labels = [1, 1, 0, 1, 0];
  const probabilities = [0.9, 0.8, 0.7, 0.6, 0.2];
  const report = evaluateChurn(labels, probabilities);

  it('gives what five customers give by hand', () => {
    expect(report.rows).toBe(5);
    expect(report.churnRate).toBe(0.6);
    expect(report.auc).toBeCloseTo(5 / 6, 14);
    expect(report.prAuc).toBeCloseTo((1 + 1 + 3 / 4) / 3, 14);
    expect(report.ks).toBeCloseTo(2 / 3, 14);
    const given = [0.9, 0.8, 0.3, 0.6, 0.8];
    expect(report.logLoss).toBeCloseTo(-given.reduce((sum, p) => sum + Math.log(p), 0) / 5, 14);
    expect(report.brier).toBeCloseTo((0.01 + 0.04 + 0.49 + 0.16 + 0.04) / 5, 14);
    expect(report.ece).toBeCloseTo((0.1 + 0.2 + 0.7 + 0.4 + 0.2) / 5, 14);
    expect(report.deciles[3].gain).toBeCloseTo(2 / 3, 14);
    expect(report.deciles[3].lift).toBeCloseTo(2 / 3 / 0.4, 14);
    expect(report.deciles[9]).toEqual({ share: 1, gain: 1, lift: 1 });
  });

  it('takes the Brier score apart without a rest, as isotonic regression by hand does', () => {
    const { miscalibration, discrimination, uncertainty } = report.brierParts;
    const recalibrated = (2 * (0.5 * 0.5)) / 5;
    expect(uncertainty).toBeCloseTo(0.24, 14);
    expect(discrimination).toBeCloseTo(0.24 - recalibrated, 14);
    expect(miscalibration - discrimination + uncertainty).toBeCloseTo(report.brier, 14);
  });

  /** By scikit-learn 1.9.1 (probabilities clipped to 1e-15 for the log-loss, isotonic regression for the parts) and SciPy 1.17.1. */
  it.each([
    {
      of: 'many ties',
      labels: [0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0],
      probabilities: [0.1, 0.1, 0.2, 0.2, 0.2, 0.3, 0.3, 0.4, 0.4, 0.4, 0.5, 0.6, 0.6, 0.8, 0.8, 0.05],
      expected: {
        auc: 0.6031746031746033,
        prAuc: 0.504029304029304,
        logLoss: 0.7478999153575718,
        brier: 0.26578125,
        ks: 0.20634920634920634,
      },
      parts: { miscalibration: 0.04078125, discrimination: 0.02109375, uncertainty: 0.24609375 },
    },
    {
      of: 'certainties, wrong ones too',
      labels: [0, 0, 1, 1, 0, 1, 1, 0],
      probabilities: [1e-300, 0.25, 1e-12, 1 - 1e-16, 1, 1, 0.5, 0.5],
      expected: {
        auc: 0.625,
        prAuc: 0.5845238095238094,
        logLoss: 7.980571692730138,
        brier: 0.32031249999975,
        ks: 0.25,
      },
      parts: { miscalibration: 0.11197916666641664, discrimination: 0.04166666666666666, uncertainty: 0.25 },
    },
  ])('gives what scikit-learn and SciPy do of $of', ({ labels, probabilities, expected, parts }) => {
    const found = evaluateChurn(labels, probabilities);
    for (const [measure, value] of Object.entries(expected))
      expect(found[measure as keyof typeof expected]).toBeCloseTo(value, 13);
    for (const [part, value] of Object.entries(parts))
      expect(found.brierParts[part as keyof typeof parts]).toBeCloseTo(value, 13);
  });

  it('puts customers into ten bins of equal mass, and customers of one probability into one', () => {
    const random = randomSource(1);
    const scores = Array.from({ length: 1000 }, () => random());
    const drawn = scores.map((p) => (random() < p ? 1 : 0));
    const curve = evaluateChurn(drawn, scores).calibrationCurve;
    expect(curve.map(({ customers }) => customers)).toEqual(Array(10).fill(100));
    expect(curve[9].predicted).toBeCloseTo(
      [...scores]
        .sort((a, b) => b - a)
        .slice(0, 100)
        .reduce((a, b) => a + b) / 100,
      12,
    );
    expect(
      evaluateChurn(
        drawn,
        scores.map(() => 0.5),
      ).calibrationCurve,
    ).toHaveLength(1);
  });

  it('refuses a value that is not a probability', () => {
    expect(() => evaluateChurn([1, 0], [1.5, -0.5])).toThrow('probabilities must lie in [0, 1]: -0.5\n');
  });
});
