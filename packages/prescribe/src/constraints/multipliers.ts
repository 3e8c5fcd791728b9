import type { Choices } from '../budget/choices.js';
import { greatestAmount } from '../greatest-amount.js';
import { dualAt, type DualPoint } from './dual.js';
import type { Limits } from './limits.js';

/** More customers than this are sampled while searching for multipliers. */
const sample = 20_000;
const rounds = 4;
const bisections = 30;
const steps = 200;

/**
 * Multipliers that make the dual small: one at a time by bisection, then all together by subgradient steps towards
 * the gain that is known to be reachable (Polyak 1969). Any multipliers give a valid bound; better ones a closer one.
 */
export function seekMultipliers(
  choices: Choices,
  limits: Limits,
  reachable: (multipliers: Float64Array) => number,
): Float64Array {
  const at = sampledDual(choices, limits);
  let best = new Float64Array(limits.rows.length);
  for (let round = 0; round < rounds; round++)
    for (let k = 0; k < best.length; k++) best[k] = bisect(best, k, at);
  let least = at(best).value;
  let current = best.slice();
  const target = reachable(best);
  for (let step = 0; step < steps; step++) {
    const { value, slack } = at(current);
    if (value < least) [best, least] = [current.slice(), value];
    const norm = slack.reduce((sum, s, k) => sum + (current[k] > 0 || s < 0 ? s * s : 0), 0);
    if (norm === 0) break;
    current = stepped(current, slack, Math.max(value - target, 0) / norm / (1 + step / 20));
  }
  return best;
}

/**
 * Better multipliers than these, by subgradient steps (deflected where they turn back, Camerini, Fratta and Maffioli 1975)
 * towards a level that is lowered further where it is reached, and less far where it is not. Where limits contradict
 * each other the dual falls without end: it is followed well below 0, which proves that no policy keeps them.
 */
export function improveMultipliers(
  choices: Choices,
  limits: Limits,
  multipliers: Float64Array,
): Float64Array {
  const at = sampledDual(choices, limits);
  let best = multipliers;
  let current = best;
  let least = at(best).value;
  let lower = least;
  let level = least - lower;
  let missed = 0;
  let direction = new Float64Array(best.length);
  const enough = -Math.abs(least);
  for (let step = 0; step < longSteps && least >= enough; step++) {
    const { value, slack } = at(current);
    if (value < least) [best, least] = [current, value];
    const isReached = least <= level;
    if (isReached || ++missed > patience) {
      lower *= isReached ? 2 : 0.5;
      level = least - lower;
      missed = 0;
      current = best;
      direction = new Float64Array(best.length);
      continue;
    }
    const before = direction;
    const free = slack.map((s, k) => (current[k] > 0 || s < 0 ? s : 0));
    const turn = Math.max(0, (-1.5 * dot(free, before)) / (dot(before, before) || 1));
    direction = free.map((s, k) => s + turn * before[k]);
    const norm = dot(direction, direction);
    if (norm === 0) break;
    current = stepped(current, direction, (value - level) / norm);
  }
  return best;
}

const longSteps = 1000;
/** This many steps are tried before a level counts as too low. */
const patience = 20;

const dot = (one: Float64Array, other: Float64Array) => one.reduce((sum, x, k) => sum + x * other[k], 0);

const stepped = (multipliers: Float64Array, slack: Float64Array, length: number) =>
  multipliers.map((multiplier, k) => Math.max(0, multiplier - length * slack[k]));

function sampledDual(choices: Choices, limits: Limits): (multipliers: Float64Array) => DualPoint {
  const stride = Math.max(1, Math.ceil(choices.customers / sample));
  return (multipliers) => dualAt(choices, limits, multipliers, stride);
}

/** The multiplier of one limit at which it is just kept, the others as they are. */
function bisect(multipliers: Float64Array, k: number, at: (multipliers: Float64Array) => DualPoint): number {
  const isExceeded = (multiplier: number) => {
    const trial = multipliers.slice();
    trial[k] = multiplier;
    return at(trial).slack[k] < 0;
  };
  if (!isExceeded(0)) return 0;
  let low = 0;
  let high = 1;
  while (isExceeded(high) && high < greatestAmount) [low, high] = [high, 4 * high];
  for (let n = 0; n < bisections; n++) {
    const middle = (low + high) / 2;
    if (isExceeded(middle)) low = middle;
    else high = middle;
  }
  return high;
}
