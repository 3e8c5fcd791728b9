import { bgNbdPurchasesByCount } from './bg-nbd-purchases-by-count.js';
import type { BgNbdModel } from './purchase-model.js';

/** Terms of alternating sign may cancel this many digits, as a power of e: eleven are left. */
const mostCancelled = 11.5;

/** 1 / (1 + a / (b + x - 1) ((alpha + T) / (alpha + tx))^(r + x)); without a repeat nobody has had occasion to leave. */
export function bgNbdAlive({ parameters }: BgNbdModel, x: number, recency: number, age: number): number {
  const { r, alpha, a, b } = parameters;
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x));
}

/**
 * Expected purchases of a living customer in (T, T + t], for each of several times t in rising order, written into
 * `into` (Fader, Hardie, Lee 2005, equation 10; with x = T = 0 it is equation 9).
 *
 * Euler's transformation turns the published (c / (a - 1)) (1 - (1 - z)^(r + x) 2F1(r + x, b + x; c; z)), with
 * c = a + b + x - 1 and z = t / (alpha + T + t), into (c / (a - 1)) (1 - (1 - z)^(a - 1) 2F1(a + b - 1 - r, a - 1; c; z)).
 * It converges sooner, and a - 1 divides out, so that a next to 1 costs no accuracy. Its coefficients are shared by all
 * times, of which the nearest are done first. Where customers buy alike (r is large) and often, its terms would cancel; where
 * they leave alike (a is large), its sum and what it is taken from would: there purchases are counted one by one.
 */
export function bgNbdPurchases(
  model: BgNbdModel,
  x: number,
  age: number,
  times: Float64Array,
  into: Float64Array,
): void {
  const { r, alpha, a, b } = model.parameters;
  const beyond = a - 1;
  const top = a + b - 1 - r;
  const c = a + b + x - 1;
  const farthest = times[times.length - 1];
  const reach = farthest / (alpha + age + farthest);
  if (Math.max(-top * Math.log1p(reach), beyond * -Math.log1p(-reach)) > mostCancelled) {
    for (let k = 0; k < times.length; k++) into[k] = bgNbdPurchasesByCount(model, x, age, times[k]);
    return;
  }
  const [z, term, series] = workspace(times.length);
  for (let k = 0; k < times.length; k++) {
    z[k] = times[k] / (alpha + age + times[k]);
    series[k] = term[k] = top * z[k];
  }
  let nearest = 0;
  for (let j = 0; nearest < times.length; j++) {
    const ratio = ((top + 1 + j) * (a + j)) / ((c + 1 + j) * (j + 2));
    for (let k = nearest; k < times.length; k++) series[k] += term[k] *= ratio * z[k];
    while (Math.abs(term[nearest]) <= 1e-15 * Math.abs(series[nearest])) nearest++;
  }
  for (let k = 0; k < times.length; k++) {
    const logRest = Math.log1p(-z[k]);
    const power = beyond === 0 ? logRest : Math.expm1(beyond * logRest) / beyond;
    into[k] = Math.max(0, -(power * (c + beyond * series[k]) + series[k]));
  }
}

let scratch: [z: Float64Array, term: Float64Array, series: Float64Array] = allocate(0);

/** One set of arrays for all customers: a million would otherwise leave three million behind. */
function workspace(times: number) {
  if (scratch[0].length !== times) scratch = allocate(times);
  return scratch;
}

function allocate(times: number): typeof scratch {
  return [new Float64Array(times), new Float64Array(times), new Float64Array(times)];
}
