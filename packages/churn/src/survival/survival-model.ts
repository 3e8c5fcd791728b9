/** How the chance of leaving varies with the months that a customer has been one: plain data. */
export interface SurvivalModel {
  /** The column of tenure, in months. */
  tenure: string;
  /** Months after the snapshot in which label 1 means left; absent where it means left after `tenure` months. */
  windowMonths?: number;
  /** Spans of months, each to this month (included), over which the hazard has one shape. */
  spans: SurvivalSpan[];
  /**
   * For each month of tenure, what brings the log-odds of its label to those of leaving in the month that follows: the log of the chance,
   * of one who does not leave in it, of being last seen in it, and the step of the shape. Empty with a window.
   */
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
 * whether a customer who went out of sight then had left or was last seen: the odds are those of leaving over the chance of
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
export function spanAt(ends: ArrayLike<number>, tenure: number): number {
  let span = 0;
  while (span < ends.length - 1 && !(tenure < ends[span])) span++;
  return span;
}

/** This many customers go through the months in parallel, so that one's division does not wait for another's. */
const abreast = 256;

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
  const shapes = byMonth(model.spans, longest(tenures), months);
  const odds = shapes.map((shape) => Math.exp(shape));
  const lastBegin = shapes.length - 1 - months;
  const curves = new Float64Array(tenures.length * months);
  const begin = new Int32Array(abreast);
  const own = new Float64Array(abreast);
  const staying = new Float64Array(abreast);
  for (let first = 0; first < tenures.length; first += abreast) {
    const count = Math.min(abreast, tenures.length - first);
    for (let i = 0; i < count; i++) {
      const tenure = tenures[first + i];
      begin[i] = Math.min(tenure, lastBegin);
      own[i] = Math.exp(ownLogit(model, probabilities[first + i], tenure) - shapes[begin[i]]);
      staying[i] = 1;
    }
    for (let month = 0; month < months; month++)
      for (let i = 0, at = first * months + month; i < count; i++, at += months) {
        const left = staying[i] / (1 + own[i] * odds[begin[i] + month]);
        staying[i] = left;
        curves[at] = left;
      }
  }
  return curves;
}

/**
 * The shape of each month of tenure, as spans are of whole months: up to the one where the last span begins, or the longest
 * tenure, and for so many months more.
 */
function byMonth(spans: readonly SurvivalSpan[], tenure: number, months: number): Float64Array {
  const ends = spans.map(({ until }) => until);
  const lastBegin = Math.min(ends.at(-2) ?? 0, Math.floor(tenure));
  const shapes = new Float64Array(lastBegin + months + 1);
  for (let month = 0, span = 0; month < shapes.length; month++) {
    while (span < ends.length - 1 && month >= ends[span]) span++;
    shapes[month] = spans[span].shape;
  }
  return shapes;
}

function longest(tenures: Float64Array): number {
  let most = 0;
  for (let i = 0; i < tenures.length; i++) if (tenures[i] > most) most = tenures[i];
  return most;
}
