import type { CategoryColumn } from './category-column.js';
import { scaleNumbers, type NumberColumn } from './number-column.js';
import { sortedQuantile } from './quantile.js';
import { widthOf, type Scaler } from './scaler.js';

/** A place in the coordinates of one scaler, told in those of another that scales the same columns. */
export function translate(place: readonly number[], from: Scaler, to: Scaler): number[] {
  let at = 0;
  return from.columns.flatMap((source, c) => {
    const target = to.columns[c];
    const coordinates = place.slice(at, (at += widthOf(source)));
    if (source.kind === 'number' && target.kind === 'number') {
      return [scaleOne(unscale(coordinates[0], source), target)];
    }
    if (source.kind === 'category' && target.kind === 'category') {
      return translateLevels(coordinates, source, target);
    }
    throw new Error(`unreachable: ${source.column} is of two kinds`);
  });
}

function unscale(coordinate: number, { centre, spread, knots }: NumberColumn): number {
  const value = coordinate * spread + centre;
  return knots ? sortedQuantile(knots, Math.min(1, Math.max(0, value))) : value;
}

function scaleOne(value: number, scaled: NumberColumn): number {
  const coordinate = new Float64Array(1);
  scaleNumbers(scaled, Float64Array.of(value), coordinate, 0, 1);
  return coordinate[0];
}

/** By the levels' shares; a level that the target does not know is left out. */
function translateLevels(
  coordinates: readonly number[],
  source: CategoryColumn,
  target: CategoryColumn,
): number[] {
  return target.levels.map((level, l) => {
    const s = source.levels.indexOf(level);
    const share = s < 0 ? 0 : source.shares[s] + (source.weight === 0 ? 0 : coordinates[s] / source.weight);
    return (share - target.shares[l]) * target.weight;
  });
}
