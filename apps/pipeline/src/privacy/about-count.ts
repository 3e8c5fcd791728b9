import { fewest } from './small-counts.js';

/** How far at most a hidden count is from any of the others that it could be, so that a small one could be another. */
const apart = fewest - 1;

const units = [20, 50, 100];

/**
 * A hidden count, rounded so that all it could be instead are rounded alike: it says no more of a small one. Undefined where that
 * would be no more than a guess.
 */
export function aboutCount(customers: number): RoundedCount | undefined {
  const unit = units.find(
    (each) =>
      each <= customers && Math.round((customers - apart) / each) === Math.round((customers + apart) / each),
  );
  return unit === undefined ? undefined : { number: unit * Math.round(customers / unit), unit };
}

/** A count to the nearest multiple of a unit. */
export interface RoundedCount {
  number: number;
  unit: number;
}

/** Whether no count that this one could be instead is as much as a share of so many. */
export const isSurelyUnder = (share: number, customers: number, of: number) => customers + apart < share * of;
