import { normalInterval, normalQuantile, type Estimate } from '@clv/contracts';

/** The normal interval around a value with a standard error. */
export function intervalAt(confidence: number, value: number, standardError: number): Estimate {
  return normalInterval(value, standardError, normalQuantile(0.5 + confidence / 2));
}

/** The percentiles between which the middle share of numbers lies, interpolated (sorts them in place). */
export function middle(numbers: Float64Array, share: number): number[] {
  numbers.sort();
  return [1 - share, 1 + share].map((part) => {
    const position = (part / 2) * (numbers.length - 1);
    const below = numbers[Math.floor(position)];
    return below + (position % 1) * (numbers[Math.ceil(position)] - below);
  });
}

export function scaled({ value, low, high }: Estimate, factor: number): Estimate {
  return { value: value * factor, low: low * factor, high: high * factor };
}
