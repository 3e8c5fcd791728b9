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

const shareUnits = [0.01, 0.02, 0.05, 0.1, 0.2];

/**
 * The share that a hidden count is of so many, rounded once, so that all it could be instead are rounded alike. Undefined where that
 * would be no more than a guess.
 */
export function aboutShare(customers: number, of: number): RoundedShare | undefined {
  const rounded = (count: number, unit: number) => Math.round(Math.min(1, count / of) / unit);
  const unit = shareUnits.find(
    (each) =>
      rounded(customers, each) > 0 && rounded(customers - apart, each) === rounded(customers + apart, each),
  );
  return unit === undefined ? undefined : { share: unit * rounded(customers, unit), unit };
}

/** A share to the nearest multiple of a unit. */
export interface RoundedShare {
  share: number;
  unit: number;
}

/** Whether no count that this one could be instead is as much as a share of so many. */
export const isSurelyUnder = (share: number, customers: number, of: number) => customers + apart < share * of;
