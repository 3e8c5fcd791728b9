/** A column of levels becomes one coordinate a level: `((is it this level ? 1 : 0) - share) * weight`. */
export interface CategoryColumn {
  kind: 'category';
  column: string;
  /** From the commonest to the rarest. */
  levels: string[];
  /** The share of each level among the rows that have one. */
  shares: number[];
  weight: number;
  /** How many rows had no level in the fit. */
  missing: number;
  /** True where there was only one level. */
  constant: boolean;
}

/**
 * Learns a column's levels. The weight makes the variance of all its coordinates together `variance`, however many levels
 * there are and however they are spread; a number has the variance 1.
 */
export function fitCategoryColumn(
  column: string,
  cells: readonly string[],
  variance: number,
): CategoryColumn {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== '') counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const known = ranked.reduce((sum, [, count]) => sum + count, 0);
  const shares = ranked.map(([, count]) => count / known);
  const impurity = 1 - shares.reduce((sum, share) => sum + share * share, 0);
  const constant = ranked.length === 1;
  return {
    kind: 'category',
    column,
    levels: ranked.map(([level]) => level),
    shares,
    weight: constant ? 0 : Math.sqrt(variance / impurity),
    missing: cells.length - known,
    constant,
  };
}

/** Writes a column's coordinates of each row; a blank cell and a level that was not in the fit lie at the average, 0. */
export function scaleCategories(
  { levels, shares, weight }: CategoryColumn,
  cells: readonly string[],
  points: Float64Array,
  at: number,
  stride: number,
): void {
  const numbers = new Map(levels.map((level, number) => [level, number]));
  for (let i = 0; i < cells.length; i++) {
    const own = numbers.get(cells[i]);
    if (own === undefined) continue;
    const offset = i * stride + at;
    for (let l = 0; l < levels.length; l++) points[offset + l] = ((l === own ? 1 : 0) - shares[l]) * weight;
  }
}
