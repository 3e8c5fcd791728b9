export function sumBy<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** A part of a whole; 0 where the whole is nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The first item with the largest value; undefined where there is none. */
export function largestBy<T>(items: readonly T[], value: (item: T) => number): T | undefined {
  return items.reduce<T | undefined>(
    (largest, item) => (largest === undefined || value(item) > value(largest) ? item : largest),
    undefined,
  );
}
