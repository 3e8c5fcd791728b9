import type { Choices } from '../budget/choices.js';
import { sumOfChoice } from '../budget/exact-sum.js';
import { branchAndBound, type LimitedProblem, type Search } from './branch-and-bound.js';
import { boundAt, netGain, policyAt, pricesOf } from './dual.js';
import { tolerance, type Limits } from './limits.js';
import { improveMultipliers } from './multipliers.js';

/** How many customers are decided again, then more: those whose offer is least clear. */
const coreSizes = [16, 64, 256, 1024];
export const mostSearched = coreSizes.at(-1)!;
/** At most this many partial policies are explored for each of these, for a better policy, and for each limit that a proof may not need. */
const patience = 50_000;
const patienceOfBetter = 20_000;
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
  const order = leastFirst(clarities(problem));
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

/**
 * Looks for a better policy than one that keeps every limit and gains so much. Only those customers get another offer than is
 * best at the prices of the limits for whom the bound leaves room, the clearest first: what they lose ends most searches soon.
 */
export function searchBetter(problem: LimitedProblem, known: number): Search {
  const { choices, limits, multipliers, bound } = problem;
  const prices = pricesOf(limits, multipliers, choices.offers);
  const ahead = clarities(problem);
  const free = leastFirst(ahead)
    .filter((i) => ahead[i] < bound - known)
    .reverse();
  return branchAndBound(problem, { fixed: policyAt(choices, limits, prices), free, known }, patienceOfBetter);
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
  const free = inClasses(leastFirst(clarities(problem)), problem.limits);
  const fixed = new Int32Array(customers);
  const { choice, isComplete } = branchAndBound(problem, { fixed, free }, patienceOfProof);
  return isComplete && !choice;
}

/** How far each customer's best offer is ahead of their second at the prices of the limits. */
function clarities({ choices, limits, multipliers }: LimitedProblem): Float64Array {
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
  return ahead;
}

const leastFirst = (ahead: Float64Array): Int32Array =>
  Int32Array.from(ahead.keys()).sort((one, other) => ahead[one] - ahead[other] || 0);

/** One class after the other, so that its limits are settled before the next; within a class the clearest customers come first. */
const inClasses = (leastClear: Int32Array, { classOf }: Limits): Int32Array =>
  leastClear.reverse().sort((one, other) => classOf[one] - classOf[other]);
