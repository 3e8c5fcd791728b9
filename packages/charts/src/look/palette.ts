/** Told apart with every common colour blindness, and readable on white and on dark; `palette.test.ts` measures it. */
const segmentColors: Record<string, string> = {
  VIPs: '#665fc4',
  'Steady Users': '#3aa197',
  'At-Risk High-Value': '#a8482b',
  'Low-Value Transients': '#b08f1a',
};

const offerColors: Record<string, string> = {
  none: '#858d98',
  discount_5: '#5896cf',
  discount_10: '#3a68b8',
};

/** For segments and offers of the caller's own naming, which are also told apart by their written names. */
const spareColors = ['#8f5f9f', '#6f8a2a', '#b5527a', '#8a6d4f', '#2f86a6', '#7a7f3a', '#c0653a', '#5f7fb0'];

/**
 * The colour of a segment, the same in every chart, table and theme.
 *
 * @param label the segment's name, such as `VIPs`.
 * @param labels all names of the run, in its order, so that names of one's own differ from each other (default: none).
 */
export function segmentColor(label: string, labels: readonly string[] = []): string {
  return colorOf(label, segmentColors, labels);
}

/**
 * The colour of an offer, the same in every chart, table and theme; `none` is grey.
 *
 * @param id the offer's id, such as `discount_5`.
 * @param ids all offers of the run, in its order, so that offers of one's own differ from each other (default: none).
 */
export function offerColor(id: string, ids: readonly string[] = []): string {
  return colorOf(id, offerColors, ids);
}

function colorOf(name: string, known: Record<string, string>, names: readonly string[]): string {
  if (Object.hasOwn(known, name)) return known[name];
  const own = names.filter((other) => !Object.hasOwn(known, other));
  return spareColors[Math.max(0, own.indexOf(name)) % spareColors.length];
}
