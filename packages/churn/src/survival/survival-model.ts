import { logistic } from '../calibration/apply-calibration.js';

/** How the chance of leaving goes with the months that a customer has been one: plain data. */
export interface SurvivalModel {
  /** The column of tenure, in months. */
  tenure: string;
  /** Months after the snapshot in which label 1 means left; absent where it means left after `tenure` months. */
  windowMonths?: number;
  /** Spans of months, each to this month (included), over which the hazard has one shape. */
  spans: SurvivalSpan[];
  /** For each month of tenure, the log of the chance of being last seen in it as a customer; empty with a window. */
  lastSeen: number[];
}

export interface SurvivalSpan {
  until: number;
  /** The monthly hazard of all customers together: what Kaplan and Meier would pool. */
  hazard: number;
  /** How a customer's own log-odds of leaving in a month differ from those in other spans. */
  shape: number;
}

/**
 * The log-odds that a customer leaves within a month, now. A label that tells who has left by the end of a tenure says
 * whether a customer who went out of sight then had left or was last seen: the odds are the hazard over the chance of
 * being last seen.
 */
export function ownLogit(
  { windowMonths, lastSeen }: Pick<SurvivalModel, 'windowMonths' | 'lastSeen'>,
  probability: number,
  tenure: number,
): number {
  if (windowMonths !== undefined) {
    const staying = (1 - probability) ** (1 / windowMonths);
    return Math.log((1 - staying) / staying);
  }
  const month = Math.min(Math.max(Math.floor(tenure), 1), lastSeen.length);
  return Math.log(probability / (1 - probability)) + lastSeen[month - 1];
}

/** The span of the month that follows a tenure; the last goes on for ever. */
export function spanAt(ends: readonly number[], tenure: number): number {
  const span = ends.findIndex((end) => tenure < end);
  return span === -1 ? ends.length - 1 : span;
}

/** The chance of still being there after 1, 2, … months from now. */
export function staysFor(
  model: SurvivalModel,
  probability: number,
  tenure: number,
  months: number,
): number[] {
  const ends = model.spans.map(({ until }) => until);
  const shapeAt = (at: number) => model.spans[spanAt(ends, at)].shape;
  const level = ownLogit(model, probability, tenure) - shapeAt(tenure);
  let staying = 1;
  return Array.from({ length: months }, (_, month) => {
    staying *= 1 - logistic(level + shapeAt(tenure + month));
    return staying;
  });
}
