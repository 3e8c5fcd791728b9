import { randomSource } from '@clv/contracts';
import { bgNbdLogLikelihood } from './bg-nbd-likelihood.js';
import type { LogLikelihood } from '../likelihood/maximize-likelihood.js';
import { paretoNbdLogLikelihood } from './pareto-nbd-likelihood.js';
import { noTerms, paretoNbdTerms } from './pareto-nbd-terms.js';

const next = randomSource(3);
const age = Float64Array.from({ length: 40 }, () => 5 + 50 * next());
const frequency = Float64Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? 0 : Math.floor(30 * next())));
const recency = age.map((T, i) => (frequency[i] > 0 ? T * next() : 0));
const history = { frequency, recency, age };

function byDifferences(likelihood: LogLikelihood, at: number[]): number[] {
  return at.map((value, i) => {
    const step = 1e-6 * value;
    const moved = (by: number) => likelihood(at.with(i, value + by), [0, 0, 0, 0]);
    return (moved(step) - moved(-step)) / (2 * step);
  });
}

/** Gauss's series, for |z| < 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [sum, term] = [1, 1];
  for (let k = 0; k < 5000; k++) sum += term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z;
  return sum;
}

describe('the gradients', () => {
  it.each([
    ['BG/NBD', bgNbdLogLikelihood(history)],
    ['Pareto/NBD', paretoNbdLogLikelihood(history)],
  ])('of %s are what differences give', (_, likelihood) => {
    for (const at of [
      [0.5, 8, 0.7, 3],
      [2, 20, 1.5, 0.8],
      [0.1, 3, 0.3, 40],
    ]) {
      const gradient = [0, 0, 0, 0];
      likelihood(at, gradient);
      byDifferences(likelihood, at).forEach((slope, i) => expect(gradient[i] / slope).toBeCloseTo(1, 5));
    }
  });
});

describe('bgNbdLogLikelihood', () => {
  it('stays finite for a customer of 5,000 purchases', () => {
    const heavy = {
      frequency: Float64Array.of(5000),
      recency: Float64Array.of(30),
      age: Float64Array.of(400),
    };
    const gradient = [0, 0, 0, 0];
    expect(bgNbdLogLikelihood(heavy)([0.2, 4, 0.8, 2.4], gradient)).not.toBe(Infinity);
    expect(gradient.every(Number.isFinite)).toBe(true);
  });
});

describe('paretoNbdTerms', () => {
  it.each([
    [0.55, 10.6, 0.61, 11.7, 0, 0, 39],
    [0.55, 10.6, 0.61, 11.7, 26, 30.86, 31],
    [2.1, 30, 1.4, 8, 7, 12.5, 52],
  ])('agree with the published difference of hypergeometric functions at %p', (...numbers) => {
    const [r, alpha, s, beta, x, tx, T] = numbers;
    const [larger, apart] = [Math.max(alpha, beta), Math.abs(alpha - beta)];
    const second = alpha >= beta ? s + 1 : r + x;
    const at = (t: number) =>
      hypergeometric(r + s + x, second, r + s + x + 1, apart / (larger + t)) / (larger + t) ** (r + s + x);
    const published = (s / (r + s + x)) * (at(tx) - at(T)) * (alpha + tx) ** (r + x) * (beta + tx) ** (s + 1);
    expect(paretoNbdTerms([r, alpha, s, beta], x, tx, T, noTerms()).gone / published).toBeCloseTo(1, 9);
  });

  it.each([
    ['r and alpha', [4e5, 6e5, 1.4, 8]],
    ['s and beta', [0.6, 11, 4e5, 6e5]],
    ['r alone', [5e5, 1e-4, 1.2, 9]],
    ['s alone, with alpha next to nothing', [0.4, 1e-4, 5e5, 1e5]],
  ])('agree with a fine trapezoidal rule where %s have run far', (_, parameters) => {
    const [r, alpha, s, beta] = parameters;
    const [x, tx, T] = [3, 12, 52];
    const decay = (t: number) =>
      Math.exp(
        -(r + x) * Math.log((alpha + t) / (alpha + tx)) - (s + 1) * Math.log((beta + t) / (beta + tx)),
      );
    const steps = 400_000;
    const rate = (r + x) / (alpha + tx) + (s + 1) / (beta + tx);
    const width = Math.min(T - tx, 60 / rate) / steps;
    let sum = (decay(tx) + decay(tx + steps * width)) / 2;
    for (let k = 1; k < steps; k++) sum += decay(tx + k * width);
    expect(paretoNbdTerms(parameters, x, tx, T, noTerms()).gone / (s * sum * width)).toBeCloseTo(1, 6);
  });
});
