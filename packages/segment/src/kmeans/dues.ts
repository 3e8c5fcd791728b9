import { squaredDistance } from './points.js';

/**
 * When rows must be looked at again (Hamerly 2010). A row is due once the centres may have moved far enough to change
 * its cluster; the two bounds of that method are kept as one number a row: the travel of its centre from which on it is
 * due. Most rows never are, so the few that may be soon are watched, and the others are not even passed by.
 */
export interface Dues {
  /** The travel of its centre at which each row is due. */
  dueAt: Float64Array;
  /** How far each centre has travelled: its own way and the longest way of any other, the worst that may befall its rows. */
  travelled: Float64Array;
  /** How much of its travel each centre made in the last step. */
  lastStep: Float64Array;
  /** The rows that are due before their centre's travel reaches `watchedUntil`, the first `watchedCount` entries. */
  watched: Int32Array;
  watchedCount: number;
  watchedUntil: Float64Array;
}

/** All rows are watched that are due within this many more steps like the last one; steps shrink as centres settle. */
const stepsAhead = 4;

/** All rows are due. */
export function allDue(rows: number, k: number): Dues {
  return {
    dueAt: new Float64Array(rows).fill(-Infinity),
    travelled: new Float64Array(k),
    lastStep: new Float64Array(k),
    watched: new Int32Array(rows),
    watchedCount: 0,
    watchedUntil: new Float64Array(k).fill(-Infinity),
  };
}

/** Makes a single row due. */
export function makeDue({ dueAt, watchedUntil }: Dues, row: number): void {
  dueAt[row] = -Infinity;
  watchedUntil.fill(-Infinity);
}

/** True while every row that is due is watched. */
export function isWatchKept({ travelled, watchedUntil }: Dues): boolean {
  return travelled.every((travel, c) => travel < watchedUntil[c]);
}

/** Looks further ahead; the rows to watch are to be found among all. */
export function lookAhead({ travelled, lastStep, watchedUntil }: Dues): void {
  for (let c = 0; c < travelled.length; c++) watchedUntil[c] = travelled[c] + stepsAhead * lastStep[c];
}

/** Counts the way that the centres went from `before` to `after`. */
export function addTravel({ travelled, lastStep }: Dues, before: Float64Array, after: Float64Array): void {
  const dimensions = before.length / travelled.length;
  const ways = Array.from(travelled, (_, c) =>
    Math.sqrt(squaredDistance(before, c * dimensions, after, c * dimensions, dimensions)),
  );
  for (let c = 0; c < ways.length; c++) {
    lastStep[c] = ways[c] + Math.max(0, ...ways.filter((_, other) => other !== c));
    travelled[c] += lastStep[c];
  }
}
