import type { Scaler } from '../features/scaler.js';
import type { Points } from '../kmeans/points.js';

/** What one coordinate means: a column of numbers, or one level of a category. */
export interface Trait {
  column: string;
  level?: string;
}

/** How far a segment's mean of a trait lies from everyone's, in standard deviations of everyone's. */
export interface TraitEffect extends Trait {
  effect: number;
}

/** What each coordinate means. */
export function traitsOf({ columns }: Scaler): Trait[] {
  return columns.flatMap((scaled): Trait[] => {
    const { column } = scaled;
    return scaled.kind === 'number' ? [{ column }] : scaled.levels.map((level) => ({ column, level }));
  });
}

/** The effect of each trait in each of k segments, 0 in a segment without rows (Cohen 1988, standardised difference). */
export function traitEffects(
  traits: readonly Trait[],
  { values, rows, dimensions }: Points,
  segment: Int32Array,
  k: number,
): TraitEffect[][] {
  const sizes = new Int32Array(k);
  for (const s of segment) sizes[s]++;
  const bySegment = Array.from({ length: k }, (): TraitEffect[] => []);
  for (const [j, trait] of traits.entries()) {
    const sums = new Float64Array(k);
    for (let i = 0; i < rows; i++) sums[segment[i]] += values[i * dimensions + j];
    const mean = sums.reduce((all, sum) => all + sum, 0) / rows;
    let squares = 0;
    for (let i = 0; i < rows; i++) squares += (values[i * dimensions + j] - mean) ** 2;
    const deviation = Math.sqrt(squares / rows);
    for (let s = 0; s < k; s++) {
      const effect = sizes[s] > 0 && deviation > 0 ? (sums[s] / sizes[s] - mean) / deviation : 0;
      bySegment[s].push({ ...trait, effect });
    }
  }
  return bySegment;
}

/** Cohen's (1988) small effect: below it a difference is not worth a word. */
const smallEffect = 0.2;

/** The effects worth a word, the greatest first; of a category only the level that stands out most. */
export function distinctiveTraits(effects: readonly TraitEffect[]): TraitEffect[] {
  const ranked = effects
    .filter(({ effect }) => Math.abs(effect) >= smallEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || b.effect - a.effect);
  return ranked.filter(({ column }, at) => ranked.findIndex((other) => other.column === column) === at);
}
