import { choleskyFactor, solveByCholesky } from './cholesky.js';
import { randomSource } from './random-source.js';

const next = randomSource(7);
const size = 6;
const tall = Array.from({ length: size + 3 }, () => Array.from({ length: size }, () => next() - 0.5));
const matrix = Array.from({ length: size }, (_, i) =>
  Array.from({ length: size }, (_, j) => tall.reduce((sum, row) => sum + row[i] * row[j], +(i === j) / 10)),
);

describe('choleskyFactor', () => {
  it('gives the matrix back when multiplied with its transpose', () => {
    const factor = choleskyFactor(matrix);
    matrix.forEach((row, i) =>
      row.forEach((value, j) => {
        const product = factor[i].reduce((sum, entry, k) => sum + entry * (factor[j][k] ?? 0), 0);
        expect(product).toBeCloseTo(value, 12);
      }),
    );
  });

  it('factors the matrix that textbooks show: 25, 15, -5; 18, 0; 11', () => {
    const factor = choleskyFactor([[25], [15, 18], [-5, 0, 11]]);
    expect(factor.map((row) => [...row])).toEqual([[5], [3, 3], [-1, 1, 3]]);
  });

  it.each([
    ['indefinite', [[1], [2, 1]], NaN],
    ['singular', [[1], [1, 1]], 0],
  ])('leaves a number that is not above 0 on the diagonal of a matrix that is %s', (_, lower, last) => {
    expect(choleskyFactor(lower)[1][1]).toBe(last);
  });
});

describe('solveByCholesky', () => {
  it('solves the linear system', () => {
    const right = Array.from({ length: size }, () => next());
    const x = solveByCholesky(choleskyFactor(matrix), right);
    matrix.forEach((row, i) => {
      expect(row.reduce((sum, value, j) => sum + value * x[j], 0)).toBeCloseTo(right[i], 10);
    });
  });
});
