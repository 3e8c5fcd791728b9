/** How common a level of a category is in one segment; blank cells are left out. */
export interface LevelProfile {
  column: string;
  level: string;
  /** Its share in the segment, in [0, 1]. */
  share: number;
  /** Its share among all customers. */
  everyone: number;
  /** How many times as common it is here as among everyone. */
  lift: number;
}

/** The share of each level in each of k segments, the most over-represented first. */
export function levelsBySegment(
  column: string,
  cells: readonly string[],
  segment: Int32Array,
  k: number,
): LevelProfile[][] {
  const counts = new Map<string, number[]>();
  const filled = new Array<number>(k).fill(0);
  for (const [i, level] of cells.entries()) {
    if (level === '') continue;
    let ofLevel = counts.get(level);
    if (!ofLevel) counts.set(level, (ofLevel = new Array<number>(k).fill(0)));
    ofLevel[segment[i]]++;
    filled[segment[i]]++;
  }
  const all = sumOf(filled);
  return filled.map((inSegment, s) =>
    [...counts]
      .map(([level, ofLevel]) => {
        const share = inSegment === 0 ? 0 : ofLevel[s] / inSegment;
        const everyone = sumOf(ofLevel) / all;
        return { column, level, share, everyone, lift: share / everyone };
      })
      .sort((a, b) => b.lift - a.lift || (a.level < b.level ? -1 : 1)),
  );
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
