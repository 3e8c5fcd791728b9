import { logistic } from '../calibration/apply-calibration.js';
import { rowsWhere, selectValues } from '../rows/select-rows.js';
import { longestLife } from './longest-life.js';
import { countMonths, presentByGroup, watchedMonths, type MonthCounts } from './month-counts.js';
import { groupByRisk, type RiskGroup } from './risk-groups.js';
import { ownLogit, spanAt, type SurvivalModel } from './survival-model.js';

/** Fewer departures than these do not make a span of their own, nor do fewer than such a share of all. */
const fewestDepartures = 25;
const leastShare = 1 / 60;

/** Customers with what came of them, one entry each. */
export interface WatchedCustomers {
  /** In months, NaN where not known: such customers are left out; more than 1,200 count as 1,200. */
  tenures: Float64Array;
  /** 1 churned, 0 stayed. */
  labels: ArrayLike<number>;
  /** Of churn, held-out. */
  probabilities: Float64Array;
}

/** A group with the months that its customers were there, by span. */
interface WatchedGroup extends RiskGroup {
  present: number[];
}

/**
 * Fits a discrete-time hazard (Cox 1972; Singer and Willett 1993): each customer's monthly log-odds of leaving are the
 * customer's own level, known from the probability of churn, and a shape over tenure that all customers share. The shape
 * is that of the pooled hazard, as strong as makes the departures that are expected as many as there were. With a window it
 * is flat: customers are watched in no months but those of which their probability tells, so that nothing says whether a
 * hazard that falls with tenure falls for each of them, or the risky have left.
 *
 * @param tenure the column's name, which the model keeps.
 * @returns undefined where too few departures have a tenure.
 */
export function fitSurvival(
  tenure: string,
  { tenures, labels, probabilities }: WatchedCustomers,
  windowMonths?: number,
): SurvivalModel | undefined {
  const known = rowsWhere(tenures.length, (row) => tenures[row] >= 0);
  const lengths = selectValues(tenures, known).map((months) => Math.min(months, longestLife));
  const risks = selectValues(probabilities, known);
  const watched = watchedMonths(lengths, selectValues(labels, known), windowMonths);
  const months = watched.until.reduce((most, until) => Math.max(most, until), 0);
  const all = countMonths(watched, months);
  const ends = spanEnds(all);
  if (ends.length === 0) return undefined;

  const left = sumsBySpan(all.left, ends);
  const present = sumsBySpan(all.present, ends);
  const spansOf = (shapes: number[]) =>
    ends.map((until, span) => ({ until, hazard: left[span] / present[span], shape: shapes[span] }));
  if (windowMonths !== undefined)
    return { tenure, windowMonths, spans: spansOf(ends.map(() => 0)), lastSeen: [] };

  const lastSeen = lastSeenByMonth(all);
  const levels = risks.map((risk, i) => ownLogit({ lastSeen }, risk, lengths[i]));
  // The level is that of the last month in which a customer was watched, not of the next.
  const lastMonths = Float64Array.from(watched.until, (until) => Math.max(until - 1, 0));
  const { groups: byRisk, groupOf } = groupByRisk(lastMonths, ends, levels);
  const presentIn = presentByGroup(watched, months, groupOf, byRisk.length);
  const groups = byRisk.map((group, i): WatchedGroup => ({
    ...group,
    present: sumsBySpan(presentIn[i], ends),
  }));
  const base = present.map((months, span) => logOdds(left[span], months));
  const strength = fitStrength(groups, left, base);
  const shapes = base.map((logit) => strength * logit);
  const step = (month: number) => shapes[spanAt(ends, month + 1)] - shapes[spanAt(ends, month)];
  return {
    tenure,
    spans: spansOf(shapes),
    lastSeen: lastSeen.map((chance, month) => chance + step(month)),
  };
}

/**
 * Months are pooled until enough customers have left; what is left over at the end belongs to the last span. Of many
 * customers each month alone would have enough for a span, and its chance ups and downs be taken for the shape.
 */
function spanEnds({ left }: MonthCounts): number[] {
  const all = left.reduce((sum, count) => sum + count, 0);
  const enough = Math.max(fewestDepartures, leastShare * all);
  const ends: number[] = [];
  let departures = 0;
  left.forEach((count, month) => {
    departures += count;
    if (departures < enough) return;
    ends.push(month + 1);
    departures = 0;
  });
  if (ends.length > 0) ends[ends.length - 1] = left.length;
  return ends;
}

/** Of leaving in a month; where all who were there left in it, half a month more is taken to have been stayed. */
function logOdds(left: number, present: number): number {
  return Math.log(left / Math.max(present - left, 0.5));
}

/** The log of the chance, of one who does not leave in a month, of being last seen in it; of few drawn to that of all months. */
function lastSeenByMonth({ present, left, stayed }: MonthCounts): number[] {
  const sum = (counts: Float64Array) => counts.reduce((all, count) => all + count, 0);
  const usual = (sum(stayed) + 0.5) / (sum(present) - sum(left) + 1);
  return Array.from(stayed, (count, month) => Math.log((count + usual) / (present[month] - left[month] + 1)));
}

function sumsBySpan(counts: Float64Array, ends: number[]): number[] {
  return ends.map((end, span) => {
    return counts.subarray(ends[span - 1] ?? 0, end).reduce((sum, count) => sum + count, 0);
  });
}

/**
 * How far the shape of all customers' hazard is that of each: all of it (1) where customers are alike, none (0) where it
 * falls only because the risky leave first. It is found by bisection, so that as many are expected to leave as did.
 */
function fitStrength(groups: WatchedGroup[], left: number[], base: number[]): number {
  const departures = left.reduce((sum, count) => sum + count, 0);
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const strength = (low + high) / 2;
    if (expectedToLeave(groups, base, strength) < departures) low = strength;
    else high = strength;
  }
  return (low + high) / 2;
}

function expectedToLeave(groups: WatchedGroup[], base: number[], strength: number): number {
  let expected = 0;
  for (const { span: own, logit, present } of groups)
    present.forEach((months, span) => {
      if (months > 0) expected += months * logistic(logit + strength * (base[span] - base[own]));
    });
  return expected;
}
