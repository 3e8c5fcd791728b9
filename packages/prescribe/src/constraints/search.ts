import { sumOfChoice } from '../budget/exact-sum.js';
import type { Choices } from '../budget/upgrades.js';
import { branchAndBound, type LimitedProblem, type Search } from './branch-and-bound.js';
import { boundAt, netGain, pricesOf } from './dual.js';
import { tolerance, type Limits } from './limits.js';
import { improveMultipliers } from './multipliers.js';

/** How many customers are decided again, then more: those whose offer is least clear. */
const coreSizes = [16, 64, 256, 1024];
const mostSearched = coreSizes.at(-1)!;
/** At most this many partial policies are explored for each of these, and for each limit that a proof may not need. */
const patience = 50_000;
const patienceOfProof = 5_000;

/** The limits of some customers with multipliers, for a search. */
export const searchable = (choices: Choices, limits: Limits, multipliers: Float64Array): LimitedProblem => ({
  choices,
  limits,
  multipliers,
  bound: boundAt(choices, limits, multipliers, tolerance),
});

/**
 * The problem with multipliers that prove it infeasible, as the bound that they give is below 0; undefined where none are found. Where
 * gains hide it they are left out, but for which offers gain anything: only whether limits can be kept is asked.
 */
export function contradictionIn(problem: LimitedProblem): LimitedProblem | undefined {
  if (problem.bound < 0) return problem;
  const { limits, multipliers } = problem;
  const choices = {
    ...problem.choices,
    gain: problem.choices.gain.map((gain) => (gain > 0 ? Number.MIN_VALUE : 0)),
  };
  const bare = searchable(choices, limits, improveMultipliers(choices, limits, multipliers));
  return bare.bound < 0 ? bare : undefined;
}

/**
 * Looks for a policy that keeps every limit, first near one that does not, then farther away (the expanding core of
 * Pisinger 1995).
 */
export function searchAround(problem: LimitedProblem, fixed: Int32Array): Search {
  const { customers, offers, gain } = problem.choices;
  const order = leastClearFirst(problem);
  let found: Int32Array | undefined;
  for (const size of coreSizes) {
    const before = found;
    const free = inClasses(order.slice(0, size), problem.limits);
    const known = before && sumOfChoice(gain, before, offers);
    const { choice = before, isComplete } = branchAndBound(
      problem,
      { fixed: before ?? fixed, free, known },
      patience,
    );
    found = choice;
    if (free.length === customers) return { choice: found, isComplete };
    if (before) break;
  }
  return { choice: found, isComplete: false };
}

/** The names of limits that no policy keeps together, by a proof that none of them can be left out of. */
export function conflictOf({ choices, limits, multipliers }: LimitedProblem): string[] {
  let kept = limits.rows.map((row, k) => ({ row, multiplier: multipliers[k] }));
  for (const one of kept) {
    const others = kept.filter((other) => other !== one);
    const rows = others.map(({ row }) => row);
    const without = searchable(
      choices,
      { ...limits, rows },
      Float64Array.from(others, ({ multiplier }) => multiplier),
    );
    if (isProvenInfeasible(without)) kept = others;
  }
  return kept.map(({ row }) => row.name);
}

function isProvenInfeasible(problem: LimitedProblem): boolean {
  if (problem.bound < 0) return true;
  const { customers } = problem.choices;
  if (customers > mostSearched) return false;
  const free = inClasses(leastClearFirst(problem), problem.limits);
  const fixed = new Int32Array(customers);
  const { choice, isComplete } = branchAndBound(problem, { fixed, free }, patienceOfProof);
  return isComplete && !choice;
}

/** The customers, those whose best offer is least ahead of their second at the prices of the limits first. */
function leastClearFirst({ choices, limits, multipliers }: LimitedProblem): Int32Array {
  const { customers, offers } = choices;
  const prices = pricesOf(limits, multipliers, offers);
  const ahead = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    let [best, second] = [0, -Infinity];
    for (let a = 1; a < offers; a++) {
      const net = netGain(choices, limits, prices, i, a);
      if (net > best) [best, second] = [net, best];
      else second = Math.max(second, net);
    }
    ahead[i] = best - second;
  }
  return Int32Array.from(ahead.keys()).sort((one, other) => ahead[one] - ahead[other] || 0);
}

/** One class after the other, so that its limits are settled before the next; within a class the clearest customers come first. */
const inClasses = (leastClear: Int32Array, { classOf }: Limits): Int32Array =>
  leastClear.reverse().sort((one, other) => classOf[one] - classOf[other]);
