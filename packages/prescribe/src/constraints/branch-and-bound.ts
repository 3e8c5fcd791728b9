import type { Choices } from '../budget/choices.js';
import { bestAt, netGain, pricesOf, type PricedLimits, type Prices } from './dual.js';
import { tolerance, Usage, type Limits } from './limits.js';

/** Limits with multipliers, and the bound that these give. */
export interface LimitedProblem extends PricedLimits {
  bound: number;
}

/** Which policies are looked at: those in which the customers who are not free have these offers. */
export interface Neighbourhood {
  fixed: Int32Array;
  /** In the order in which they are decided for. */
  free: Int32Array;
  /** What the policy with these offers gains where it keeps every limit: only a better one is looked for. */
  known?: number;
}

export interface Search {
  /** Of the policies that keep every limit the one that gains most; undefined where none is better than what is known. */
  choice?: Int32Array;
  /** Whether every policy was looked at or ruled out, rather than patience lost. */
  isComplete: boolean;
}

/** What policies add up to that is limited. Arrays are by free customer, those of weights by their offers too. */
interface Row {
  weight: Float64Array;
  /** The least and the most that this customer and those after add. */
  least: Float64Array;
  most: Float64Array;
  limit: number;
  /** What is added up before this customer. */
  used: Float64Array;
}

/** Sums are distinguished down to this many parts of a unit; a thousand times less than what `tolerance` forgives. */
const fineness = 2 ** 40;

/**
 * Branch and bound. Customer after customer gets the offers that may be made to them, that of greatest net gain first; a
 * policy begun is given up where some limit can no longer be kept, where the bound leaves it less than another that was found, or
 * where it uses the limits as another did that went before and gained no less.
 *
 * @param patience how many policies begun are looked at.
 */
export function branchAndBound(
  problem: LimitedProblem,
  { fixed, free, known }: Neighbourhood,
  patience: number,
): Search {
  const { choices, bound } = problem;
  const { offers, gain } = choices;
  const rows = rowsOf(problem, { fixed, free });
  const loss = rows.at(-1)!;
  loss.limit -= known ?? 0;
  const may = offersOf(choices, free, loss);
  const seen = new Map<string, number>();
  const trial = fixed.slice();
  let best: Int32Array | undefined;
  let most = known;
  let left = patience;
  if (rows.every((row) => isKeepable(row, 0))) decide(0, gainOfOthers());
  return { choice: best, isComplete: left > 0 };

  function decide(at: number, gained: number): void {
    if (at === free.length) {
      if (gained <= most!) return;
      best = trial.slice();
      most = gained;
      loss.limit = bound - most;
      return;
    }
    if (left === 0 || --left === 0) return;
    const uses = usesAt(rows, at);
    if (seen.get(uses)! >= gained) return;
    for (const a of may[at]) {
      for (const { used, weight } of rows) used[at + 1] = used[at] + weight[at * offers + a];
      if (!rows.every((row) => isKeepable(row, at + 1))) continue;
      trial[free[at]] = a;
      decide(at + 1, gained + gain[free[at] * offers + a]);
    }
    // Where nothing was found at all, nothing is, whatever was gained before.
    seen.set(uses, most === undefined ? Infinity : gained);
  }

  function gainOfOthers(): number {
    const isFree = new Set(free);
    return fixed.reduce((sum, a, i) => (isFree.has(i) ? sum : sum + gain[i * offers + a]), 0);
  }
}

const isKeepable = ({ used, least, limit }: Row, at: number) => used[at] + least[at] <= limit + tolerance;

/** How rows that could still be broken are used, the last row, that of losses, left out: two such policies can be completed alike. */
function usesAt(rows: readonly Row[], at: number): string {
  let uses = `${at}`;
  for (let k = 0; k < rows.length - 1; k++) {
    const { used, most, limit } = rows[k];
    uses += used[at] + most[at] <= limit ? ',' : `,${Math.round(used[at] * fineness)}`;
  }
  return uses;
}

/** The offers that may be made to each free customer, none among them, the least loss first, of equal losses the cheaper. */
function offersOf({ offers, gain, cost }: Choices, free: Int32Array, { weight }: Row): number[][] {
  return Array.from(free, (i, at) =>
    [...Array(offers).keys()]
      .filter((a) => a === 0 || gain[i * offers + a] > 0)
      .sort(
        (one, other) =>
          weight[at * offers + one] - weight[at * offers + other] ||
          cost[i * offers + one] - cost[i * offers + other],
      ),
  );
}

/** The limits, and one more: what offers fall short of each customer's best net gain sums to at most the bound less what a policy gains. */
function rowsOf(
  { choices, limits, multipliers, bound }: LimitedProblem,
  neighbourhood: Neighbourhood,
): Row[] {
  const prices = pricesOf(limits, multipliers, choices.offers);
  const usage = new Usage(choices, limits);
  const rows = limits.rows.map(({ limit, leeway }, k) =>
    rowOf(choices, neighbourhood, limit + leeway - tolerance, (i, a) => usage.weight(k, i, a)),
  );
  return [...rows, rowOf(choices, neighbourhood, bound, lossAt(choices, limits, prices))];
}

function lossAt(choices: Choices, limits: Limits, prices: Prices) {
  return (i: number, a: number) =>
    netGain(choices, limits, prices, i, bestAt(choices, limits, prices, i)) -
    netGain(choices, limits, prices, i, a);
}

function rowOf(
  { customers, offers, gain }: Choices,
  { fixed, free }: Neighbourhood,
  limit: number,
  weightOf: (i: number, a: number) => number,
): Row {
  const weight = new Float64Array(free.length * offers);
  const [least, most, used] = [0, 0, 0].map(() => new Float64Array(free.length + 1));
  for (let at = free.length - 1; at >= 0; at--) {
    let [low, high] = [Infinity, -Infinity];
    for (let a = 0; a < offers; a++) {
      if (a > 0 && !(gain[free[at] * offers + a] > 0)) continue;
      const added = (weight[at * offers + a] = weightOf(free[at], a));
      low = Math.min(low, added);
      high = Math.max(high, added);
    }
    least[at] = least[at + 1] + low;
    most[at] = most[at + 1] + high;
  }
  const isFree = new Set(free);
  for (let i = 0; i < customers; i++) if (!isFree.has(i)) used[0] += weightOf(i, fixed[i]);
  return { weight, least, most, limit, used };
}
