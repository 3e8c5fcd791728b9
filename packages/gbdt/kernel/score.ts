// XGBoost's regularised objective (Chen & Guestrin 2016, eq. 5 to 7), with L1 and monotone bounds as XGBoost has them.
import { alpha, constrained, lambda } from './job';
import { Candidate } from './state';

// @ts-ignore: decorator
@inline
export function shrink(g: f64): f64 {
  return copysign<f64>(max<f64>(abs(g) - alpha, 0), g);
}

// The weight that a leaf of these sums should have, inside its bounds; never -0, which JSON forgets.
// @ts-ignore: decorator
@inline
export function weightOf(g: f64, h: f64, lower: f64, upper: f64): f64 {
  if (h <= 0) return 0;
  return min<f64>(max<f64>((0 - shrink(g)) / (h + lambda), lower), upper);
}

// Twice the loss that a leaf of these sums saves at its best weight.
// @ts-ignore: decorator
@inline
export function scoreOf(g: f64, h: f64): f64 {
  const shrunk = shrink(g);
  return h <= 0 ? 0 : (shrunk * shrunk) / (h + lambda);
}

// The same at a given weight.
// @ts-ignore: decorator
@inline
export function scoreAt(g: f64, h: f64, weight: f64): f64 {
  return h <= 0 ? 0 : -(2 * g * weight + (h + lambda) * weight * weight);
}

export function candidateScore(candidate: Candidate): f64 {
  const g = candidate.g, h = candidate.h;
  return constrained ? scoreAt(g, h, weightOf(g, h, candidate.lower, candidate.upper)) : scoreOf(g, h);
}
