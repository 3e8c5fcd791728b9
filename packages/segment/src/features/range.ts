/** Between which values a column lies, and how many it has: NaN counts as none. */
export interface Range {
  low: number;
  high: number;
  known: number;
}

/** The range of a column; from Infinity to -Infinity where it has no values. */
export function rangeOf(values: Float64Array): Range {
  let low = Infinity;
  let high = -Infinity;
  let missing = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value >= low && value <= high) continue; // nearly always: one branch that goes one way
    if (Number.isNaN(value)) missing++;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high, known: values.length - missing };
}
