import { InvalidOptionError, normalInterval, normalQuantile, type Estimate } from '@clv/contracts';

/** The normal interval around a value with a standard error. */
export function intervalAt(confidence: number, value: number, standardError: number): Estimate {
  return normalInterval(value, standardError, normalQuantile(0.5 + confidence / 2));
}

/** A value, and the interval between the percentiles of its resampled values (sorted in place). */
export function percentileInterval(value: number, resampled: Float64Array, confidence: number): Estimate {
  resampled.sort();
  const at = (share: number) => {
    const position = share * (resampled.length - 1);
    const below = Math.floor(position);
    const above = Math.ceil(position);
    return resampled[below] + (position - below) * (resampled[above] - resampled[below]);
  };
  return { value, low: at((1 - confidence) / 2), high: at((1 + confidence) / 2) };
}

export function scaled({ value, low, high }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low * factor, high: high * factor };
}

/** @throws {InvalidOptionError} */
export function checkConfidence(confidence: number): void {
  if (typeof confidence !== 'number' || !(confidence > 0 && confidence < 1))
    throw new InvalidOptionError('confidence', `confidence must lie between 0 and 1: ${String(confidence)}`);
}
