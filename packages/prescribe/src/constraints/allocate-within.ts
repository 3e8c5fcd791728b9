import type { Choices } from '../budget/choices.js';
import { inWholeCents } from '../budget/edge/budget-edge.js';
import { sumOfChoice } from '../budget/exact-sum.js';
import type { Allocation } from '../budget/spend.js';
import type { LimitedProblem } from './branch-and-bound.js';
import { compileLimits } from './compile-limits.js';
import type { Constraints } from './constraints.js';
import { boundAt, pricesOf, type PricedLimits } from './dual.js';
import { improveMultipliers, seekMultipliers } from './multipliers.js';
import { InfeasibleError, NoPolicyFoundError } from './no-policy.js';
import { repair, type Repaired } from './repair.js';
import {
  conflictOf,
  contradictionIn,
  mostSearched,
  searchable,
  searchAround,
  searchBetter,
} from './search.js';

/** Few customers leave room for luck: policies are mended from these times the best multipliers too. */
const starts = [0.5, 0.8, 1.25, 2];
const fewCustomers = 20_000;

/** A gap of this share of the gain is no gap, given floating-point precision. */
const proven = 1e-12;

/** A policy, and what it gains. */
interface Policy extends Repaired {
  gain: number;
}

/** A policy that keeps every limit, unless it is known to break some, and whether it is proven to be the best. */
interface Found {
  policy: Policy;
  isBest: boolean;
}

/**
 * A policy within the budget and other constraints, by the Lagrangian dual with repair, and by search where repair finds
 * none, and for a better one where customers are few: the bound is the dual's value, or the gain itself where the search leaves nothing out; the gap between them is what
 * is not proven. An offer that does not pay by itself is never made, for no constraint.
 */
export function allocateWithin(choices: Choices, budget: number, constraints: Constraints): Allocation {
  const limits = compileLimits(choices, inWholeCents(budget), constraints);
  let multipliers = seekMultipliers(
    choices,
    limits,
    (early) => mendedFrom({ choices, limits, multipliers: early }).gain,
  );
  let found: Found = { policy: bestMended({ choices, limits, multipliers }), isBest: false };
  if (found.policy.broken.length > 0 || leavesRoom(found.policy)) {
    multipliers = improveMultipliers(choices, limits, multipliers);
    const problem = searchable(choices, limits, multipliers);
    if (found.policy.broken.length > 0) found = findPolicy(problem, found.policy);
    if (!found.isBest && leavesRoom(found.policy)) found = betterPolicy(problem, found.policy);
  }
  const { choice, gain } = found.policy;
  const dual = found.isBest ? gain : boundAt(choices, limits, multipliers);
  const bound = dual > gain * (1 + proven) ? dual : gain;
  const money = limits.rows.findIndex(({ name }) => name === 'budget');
  return {
    choice,
    spent: Math.min(sumOfChoice(choices.cost, choice, choices.offers), budget),
    gain,
    bound,
    gap: bound > 0 ? (bound - gain) / bound : 0,
    shadowPrice: money < 0 ? 0 : multipliers[money] / limits.rows[money].unit,
  };

  /** Whether customers are few enough to look for a better policy, and the bound allows one. */
  function leavesRoom({ gain }: Policy): boolean {
    return choices.customers <= mostSearched && boundAt(choices, limits, multipliers) > gain * (1 + proven);
  }
}

/** A better policy, or the proof that there is none, where either is found. */
function betterPolicy(problem: LimitedProblem, policy: Policy): Found {
  const known = betterOf(policy, mendedFrom(problem));
  const { choice, isComplete } = searchBetter(problem, known.gain);
  return { policy: choice ? betterOf(known, mendedFrom(problem, choice)) : known, isBest: isComplete };
}

const betterOf = (policy: Policy, other: Policy): Policy =>
  other.broken.length === 0 && other.gain > policy.gain ? other : policy;

/**
 * A policy where repair found none at first.
 *
 * @param broken what was found so far.
 */
function findPolicy(problem: LimitedProblem, broken: Policy): Found {
  const nearest = problem.bound < 0 ? broken : bestMended(problem);
  if (nearest.broken.length === 0) return { policy: nearest, isBest: false };
  const contradiction = contradictionIn(problem);
  if (contradiction) throw new InfeasibleError(conflictOf(contradiction));
  const nobody = new Int32Array(problem.choices.customers);
  const { choice = nobody, isComplete } = searchAround(problem, nearest.choice);
  const policy = mendedFrom(problem, choice);
  if (policy.broken.length === 0) return { policy, isBest: isComplete };
  throw isComplete ? new InfeasibleError(conflictOf(problem)) : new NoPolicyFoundError(nearest.broken);
}

/** The best policy that repair finds from the multipliers and some times them; one that breaks limits where it finds none. */
function bestMended(problem: PricedLimits): Policy {
  let policy = mendedFrom(problem);
  for (const start of starts) {
    if (policy.broken.length === 0 && problem.choices.customers > fewCustomers) break;
    const multipliers = problem.multipliers.map((multiplier) => start * multiplier);
    const other = mendedFrom({ ...problem, multipliers });
    if (other.broken.length > 0) continue;
    if (policy.broken.length > 0 || other.gain > policy.gain) policy = other;
  }
  return policy;
}

/** The policy that multipliers suggest, or another, after repair. */
function mendedFrom({ choices, limits, multipliers }: PricedLimits, suggested?: Int32Array): Policy {
  const prices = pricesOf(limits, multipliers, choices.offers);
  const { choice, broken } = repair(choices, limits, prices, suggested);
  return { choice, broken, gain: sumOfChoice(choices.gain, choice, choices.offers) };
}
