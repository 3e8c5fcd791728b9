/** How many customers made each number of repeat purchases: what depends on the number alone is computed once for it. */
export function countByFrequency(frequency: Float64Array): [frequency: number, customers: number][] {
  const counts = new Map<number, number>();
  for (const x of frequency) counts.set(x, (counts.get(x) ?? 0) + 1);
  return [...counts];
}
