import { incompleteBeta } from './incomplete-beta.js';

/** With more degrees of freedom it is the normal distribution. */
const mostFreedom = 1e6;
/**
 * How far from 0, either way, Student's t with so many degrees of freedom lies with the chance `confidence`: the inverse of
 * 1 - I(freedom / (freedom + t²); freedom / 2, 1/2), to about 1e-9 of itself for confidences from 0.5 up, beyond a million
 * degrees to 1e-5; 0 at 0, infinite at 1, NaN beyond.
 */
export function studentQuantile(confidence: number, freedom: number): number {
  const degrees = Math.min(freedom, mostFreedom);
  let low = 0;
  let high = confidence >= 0 && confidence <= 1 ? 1 : NaN;
  for (let middle = 0.5; low < middle && middle < high; middle = (low + high) / 2)
    if (incompleteBeta(middle, degrees / 2, 0.5) < 1 - confidence) low = middle;
    else high = middle;
  return Math.sqrt((degrees * (1 - high)) / high);
}
