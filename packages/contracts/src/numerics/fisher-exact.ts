/** Counts so much less likely than the likeliest add nothing that a double could hold. */
const negligible = 1e-30;
/** Counts that are as likely by symmetry differ by rounding. */
const slack = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided (Fisher 1935): the chance that `all` things, of which `allMarked` are marked, put together
 * at random a group of `size` whose count of marked ones is no likelier than `marked`.
 */
export function fisherExact(marked: number, size: number, allMarked: number, all: number): number {
  const least = Math.max(0, size + allMarked - all);
  const most = Math.min(size, allMarked);
  const likeliest = Math.floor(((size + 1) * (allMarked + 1)) / (all + 2));
  /** How much likelier a count of one more is. */
  const rise = (count: number) =>
    ((allMarked - count) * (size - count)) / ((count + 1) * (all - allMarked - size + count + 1));
  const chances = new Map([[likeliest, 1]]);
  for (let count = likeliest, chance = 1; count < most && chance > negligible; count++)
    chances.set(count + 1, (chance *= rise(count)));
  for (let count = likeliest, chance = 1; count > least && chance > negligible; count--)
    chances.set(count - 1, (chance /= rise(count - 1)));
  const observed = (chances.get(marked) ?? 0) * slack;
  let [total, asRare] = [0, 0];
  for (const chance of chances.values()) {
    total += chance;
    if (chance <= observed) asRare += chance;
  }
  return Math.min(1, asRare / total);
}
