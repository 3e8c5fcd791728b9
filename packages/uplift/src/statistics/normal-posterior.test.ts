import { randomSource } from '@clv/contracts';
import { normalPosterior } from './normal-posterior.js';

const next = randomSource(7);
const size = 6;
const factor = Array.from({ length: size + 3 }, () => Array.from({ length: size }, () => next() - 0.5));
const whole = Array.from({ length: size }, (_, i) =>
  Array.from({ length: size }, (_, j) =>
    factor.reduce((sum, row) => sum + row[i] * row[j], i === j ? 0.1 : 0),
  ),
);
const lower = whole.map((row, i) => Float64Array.from(row.slice(0, i + 1)));
const targets = Float64Array.from({ length: size }, () => next());

describe('normalPosterior', () => {
  it('has means that solve the linear system', () => {
    const { means } = normalPosterior(lower, targets);
    whole.forEach((row, i) => {
      expect(row.reduce((sum, value, j) => sum + value * means[j], 0)).toBeCloseTo(targets[i], 10);
    });
  });

  it("has the inverse's diagonal for variances", () => {
    const { variances } = normalPosterior(lower, targets);
    for (let k = 0; k < size; k++) {
      const unit = Float64Array.from({ length: size }, (_, i) => +(i === k));
      expect(variances[k]).toBeCloseTo(normalPosterior(lower, unit).means[k], 10);
    }
  });
});
