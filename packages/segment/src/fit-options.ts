import { InvalidOptionError } from '@clv/contracts';
import type { Scale } from './scale/scaler.js';

export interface FitSegmentsOptions {
  /** The columns that customers are compared by. */
  features: readonly string[];
  /** How many segments (default 4); `chooseK` advises. */
  k?: number;
  /** The same seed gives the same segments (default 42). */
  seed?: number;
  /** How many starts compete (default 10); more find a better optimum at proportional cost. */
  restarts?: number;
  /** How the features become comparable (default `standard`); `robust` and `rank` withstand outliers. */
  scale?: Scale;
}

const scales: readonly string[] = ['standard', 'robust', 'rank'] satisfies Scale[];

/** The options with their defaults. */
export function checkFitOptions({
  features,
  k = 4,
  seed = 42,
  restarts = 10,
  scale = 'standard',
}: FitSegmentsOptions): Required<FitSegmentsOptions> {
  if (!Array.isArray(features) || features.length === 0) {
    throw new InvalidOptionError('features', 'features must name at least one column');
  }
  const twice = features.find((feature, at) => features.indexOf(feature) < at);
  if (twice !== undefined) throw new InvalidOptionError('features', `features name a column twice: ${twice}`);
  assertWhole('k', k, 2);
  assertWhole('restarts', restarts, 1);
  if (!Number.isInteger(seed)) throw new InvalidOptionError('seed', `seed must be a whole number: ${seed}`);
  if (!scales.includes(scale)) {
    throw new InvalidOptionError('scale', `scale must be one of ${scales.join(', ')}: ${scale}`);
  }
  return { features, k, seed, restarts, scale };
}

/** @throws InvalidOptionError unless the value is a whole number of at least `least`. */
export function assertWhole(option: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new InvalidOptionError(option, `${option} must be a whole number of at least ${least}: ${value}`);
}
