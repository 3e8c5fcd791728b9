/** A number and the interval that the truth lies in, at the level that is stated with it. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** From an estimate with a normal error; `z` is how many standard errors the level spans on either side. */
export function normalInterval(value: number, standardError: number, z: number): Estimate {
  return { value, low: value - z * standardError, high: value + z * standardError };
}

/** The same around another centre than the value, which the interval holds all the same. */
export function intervalAround(
  { value, centre }: { value: number; centre: number },
  standardError: number,
  z: number,
): Estimate {
  const { low, high } = normalInterval(centre, standardError, z);
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}
