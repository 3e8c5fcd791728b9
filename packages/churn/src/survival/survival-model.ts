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

/**
 * The chance of still being there after 1, 2, … months from now, of so many customers, row-major: the product of
 * `1 / (1 + odds)` over the months, the odds of leaving in each being the customer's own times those of its span.
 */
export function curvesOf(
  model: SurvivalModel,
  probabilities: ArrayLike<number>,
  tenures: Float64Array,
  months: number,
): Float64Array {
  const { spans } = model;
  const ends = spans.map(({ until }) => until);
  const oddsOfSpan = Float64Array.from(spans, ({ shape }) => Math.exp(shape));
  const curves = new Float64Array(tenures.length * months);
  for (let i = 0; i < tenures.length; i++) {
    const tenure = tenures[i];
    let span = spanAt(ends, tenure);
    const own = Math.exp(ownLogit(model, probabilities[i], tenure) - spans[span].shape);
    let staying = 1;
    for (let month = 0; month < months; month++) {
      while (span < ends.length - 1 && tenure + month >= ends[span]) span++;
      staying /= 1 + own * oddsOfSpan[span];
      curves[i * months + month] = staying;
    }
  }
  return curves;
}
