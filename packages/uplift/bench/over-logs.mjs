export const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
export const meanOf = (values) => sumOf(values) / values.length;

/** Of the mean of independent values. */
export function standardError(values) {
  const mean = meanOf(values);
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1) / values.length);
}

export const percent = (share) => `${(100 * share).toFixed(1)}%`;
