import type { FeatureColumn } from '../features/read-features.js';
import { effectBySegment } from './effect-by-segment.js';
import { levelsBySegment, type LevelProfile } from './levels.js';

/** What can set a segment apart: a column of numbers, or one level of a category. */
export interface Trait {
  column: string;
  level?: string;
}

/** How far a segment's mean of a trait lies from everyone's, in standard deviations of everyone's. */
export interface TraitEffect extends Trait {
  effect: number;
  /** Of a level: the share of the segment that has it, in [0, 1]. */
  share?: number;
}

/** The effect of each trait in each of k segments, 0 in a segment without values (Cohen 1988, standardised difference). */
export function traitEffects(
  columns: readonly FeatureColumn[],
  segment: Int32Array,
  k: number,
): TraitEffect[][] {
  const byColumn = columns.map((feature): TraitEffect[][] => {
    const { column } = feature;
    return feature.kind === 'number'
      ? effectBySegment(feature.values, segment, k).map((effect) => [{ column, effect }])
      : levelsBySegment(column, feature.values, segment, k).map(levelEffects);
  });
  return Array.from({ length: k }, (_, s) => byColumn.flatMap((bySegment) => bySegment[s]));
}

function levelEffects(levels: readonly LevelProfile[]): TraitEffect[] {
  const isBlank = levels.every(({ share }) => share === 0);
  return levels.map(({ column, level, share, everyone }) => {
    const deviation = Math.sqrt(everyone * (1 - everyone));
    const effect = isBlank || deviation === 0 ? 0 : (share - everyone) / deviation;
    return { column, level, effect, share };
  });
}

/** Cohen's (1988) small effect: below it a difference is not worth a word. */
export const smallEffect = 0.2;

/** The effects worth a word, the greatest first; of a category only the level that stands out most. */
export function distinctiveTraits(effects: readonly TraitEffect[]): TraitEffect[] {
  const ranked = effects
    .filter(({ effect }) => Math.abs(effect) >= smallEffect)
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || b.effect - a.effect);
  return ranked.filter(({ column }, at) => ranked.findIndex((other) => other.column === column) === at);
}
