/** An estimate with its interval at the level of the evaluation. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** From an estimate with a normal error; `z` is how many standard errors the level spans. */
export function normalInterval(value: number, standardError: number, z: number): Interval {
  return { value, low: value - z * standardError, high: value + z * standardError };
}
