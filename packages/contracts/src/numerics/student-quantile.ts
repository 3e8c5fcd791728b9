import { incompleteBeta } from './incomplete-beta.js';

/** With more degrees of freedom it is the normal distribution. */
const mostFreedom = 1e6;
/** Halves an interval of length 1 until a double cannot tell its ends apart. */
const halvings = 60;

/**
 * How far from 0, either way, Student's t with so many degrees of freedom lies with the chance `confidence`: the inverse of
 * 1 - I(freedom / (freedom + t²); freedom / 2, 1/2), to about 1e-9 of itself.
 */
export function studentQuantile(confidence: number, freedom: number): number {
  const degrees = Math.min(freedom, mostFreedom);
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, degrees / 2, 0.5) < 1 - confidence) low = middle;
    else high = middle;
  }
  return Math.sqrt((degrees * (1 - high)) / high);
}
