import { inWholeCents } from './budget-edge.js';
import type { Constraints } from './constraints.js';
import { dualAt, pricesOf, seekMultipliers } from './dual.js';
import { sumOfChoice } from './exact-sum.js';
import { InfeasibleError } from './infeasible-error.js';
import { compileLimits } from './limits.js';
import { repair } from './repair.js';
import type { Allocation } from './spend.js';
import type { Choices } from './upgrades.js';

/** Few customers leave room for luck: policies are mended from these times the best multipliers too. */
const starts = [0.5, 0.8, 1.25, 2];
const fewCustomers = 20_000;

/**
 * A policy within the budget and other constraints, by the Lagrangian dual with repair: the bound is the dual's value,
 * the gap between them is what is not proven. An offer that does not pay by itself is never made, for no constraint.
 */
export function allocateWithin(choices: Choices, budget: number, constraints: Constraints): Allocation {
  const limits = compileLimits(choices, inWholeCents(budget), constraints);
  const policyAt = (multipliers: Float64Array) => {
    const { choice, broken } = repair(choices, limits, pricesOf(limits, multipliers, choices.offers));
    return { choice, broken, gain: sumOfChoice(choices.gain, choice, choices.offers) };
  };
  const multipliers = seekMultipliers(choices, limits, (early) => policyAt(early).gain);
  let best = policyAt(multipliers);
  for (const start of starts) {
    if (best.broken.length === 0 && choices.customers > fewCustomers) break;
    const other = policyAt(multipliers.map((multiplier) => start * multiplier));
    if (other.broken.length > 0) continue;
    if (best.broken.length > 0 || other.gain > best.gain) best = other;
  }
  const { choice, broken, gain } = best;
  if (broken.length > 0) throw new InfeasibleError(broken);
  const bound = Math.max(gain, dualAt(choices, limits, multipliers).value);
  const money = limits.rows.findIndex(({ name }) => name === 'budget');
  return {
    choice,
    spent: Math.min(sumOfChoice(choices.cost, choice, choices.offers), budget),
    gain,
    bound,
    gap: bound > 0 ? (bound - gain) / bound : 0,
    shadowPrice: money < 0 ? 0 : multipliers[money] / limits.rows[money].unit,
  };
}
