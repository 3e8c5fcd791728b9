/** What a reader knows of counts: sums of some of them, each told or only known to lie in a range. */
export interface Known {
  /** Places of the counts that add up to what the others do. */
  sums: readonly { places: readonly number[]; of: readonly number[] }[];
  ranges: readonly (readonly [low: number, high: number])[];
}

/** Whether whole numbers exist that agree with all that is known, found by trying. */
export function couldBe({ sums, ranges }: Known): boolean {
  const narrowed = narrow(sums, ranges);
  if (!narrowed) return false;
  const open = narrowed.findIndex(([low, high]) => low < high);
  if (open < 0) return true;
  const [low, high] = narrowed[open];
  const middle = Math.floor((low + high) / 2);
  return [
    [low, middle],
    [middle + 1, high],
  ].some(([from, to]) => couldBe({ sums, ranges: narrowed.with(open, [from, to]) }));
}

/** The ranges that are left of each count once each sum is seen to; undefined where none is. */
function narrow(sums: Known['sums'], known: Known['ranges']): [number, number][] | undefined {
  const ranges = known.map(([low, high]): [number, number] => [low, high]);
  for (let changed = true; changed;) {
    changed = false;
    for (const { places, of } of sums) {
      const terms = [
        ...places.map((place) => ({ place, sign: 1 })),
        ...of.map((place) => ({ place, sign: -1 })),
      ];
      for (const { place, sign } of terms) {
        const others = terms.filter((term) => term.place !== place);
        const least = others.reduce(
          (total, term) => total + term.sign * ranges[term.place][term.sign > 0 ? 0 : 1],
          0,
        );
        const most = others.reduce(
          (total, term) => total + term.sign * ranges[term.place][term.sign > 0 ? 1 : 0],
          0,
        );
        const [low, high] = sign > 0 ? [-most, -least] : [least, most];
        const left: [number, number] = [Math.max(ranges[place][0], low), Math.min(ranges[place][1], high)];
        if (left[0] > left[1]) return undefined;
        if (left[0] !== ranges[place][0] || left[1] !== ranges[place][1]) changed = true;
        ranges[place] = left;
      }
    }
  }
  return ranges;
}
