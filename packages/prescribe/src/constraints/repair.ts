import type { Choices } from '../budget/choices.js';
import { netGain, policyAt, type Prices } from './dual.js';
import { Usage, type Limits } from './limits.js';
import type { BrokenConstraint } from './no-policy.js';

/** The policy that prices suggest, mended until it keeps every limit; `broken` tells of those that it could not. */
export interface Repaired {
  choice: Int32Array;
  broken: BrokenConstraint[];
}

/** Another offer for one customer. */
interface Change {
  customer: number;
  to: number;
}

/** The same with what it loses of net gain, and what the offer costs. */
interface Move extends Change {
  loss: number;
  cost: number;
}

/** As often as this for each limit, the most exceeded one is brought back: breaking no other if that is possible, else breaking some. */
const attempts = 6;
/** So often the room that is left is filled. */
const fillings = 3;

export function repair(
  choices: Choices,
  limits: Limits,
  prices: Prices,
  suggested = policyAt(choices, limits, prices),
): Repaired {
  const choice = suggested.slice();
  const usage = new Usage(choices, limits);
  choice.forEach((a, i) => usage.move(i, 0, a));
  const work = { choices, limits, prices, choice, usage };
  for (let attempt = 0; attempt < attempts * limits.rows.length; attempt++) {
    const worst = mostExceeded(usage, limits);
    if (worst < 0) break;
    bringBack(worst, work, anyMove, isAllowed);
    if (usage.excess(worst) > 0) bringBack(worst, work, anyMove, anyMove);
  }
  while (limits.rows.some((_, k) => usage.excess(k) > 0 && bringBack(k, work, isAllowed, isAllowed)));
  for (let filling = 0; filling < fillings; filling++) if (!fill(work)) break;
  return { choice, broken: brokenBy(usage, limits) };
}

/** The limits that are broken, and by how much: of money in whole cents, of customers in whole ones, rounded up. */
const brokenBy = (usage: Usage, { rows }: Limits): BrokenConstraint[] =>
  rows.flatMap(({ name, money, unit }, k) => {
    const excess = usage.excess(k);
    if (excess <= 0) return [];
    const by = money.some((weight) => weight !== 0)
      ? Math.ceil(100 * excess * unit) / 100
      : Math.ceil(excess);
    return [{ name, by }];
  });

interface Work {
  choices: Choices;
  limits: Limits;
  prices: Prices;
  choice: Int32Array;
  usage: Usage;
}

function mostExceeded(usage: Usage, { rows }: Limits): number {
  let worst = -1;
  let most = 0;
  rows.forEach((_, k) => {
    if (usage.excess(k) > most) [worst, most] = [k, usage.excess(k)];
  });
  return worst;
}

type MoveTest = (work: Work, move: Change) => boolean;

const anyMove: MoveTest = () => true;

/**
 * Makes the moves that ease one limit, the least loss for what they ease first, until it is kept; whether any was made. Each
 * customer's is the best of those to choose among: where that breaks another limit and the other's breaks this one, only
 * moves that break none come to an end.
 */
function bringBack(limit: number, work: Work, among: MoveTest, mayMake: MoveTest): boolean {
  const { choices, choice, usage } = work;
  const moves: Move[] = [];
  for (let i = 0; i < choices.customers; i++) {
    let best: Move | undefined;
    for (let to = 0; to < choices.offers; to++) {
      const eased = usage.weight(limit, i, choice[i]) - usage.weight(limit, i, to);
      if (eased <= 0 || (to > 0 && choices.gain[i * choices.offers + to] <= 0)) continue;
      if (!among(work, { customer: i, to })) continue;
      const loss = lossOf(work, i, to) / eased;
      const cost = choices.cost[i * choices.offers + to];
      if (!best || loss < best.loss || (loss === best.loss && cost < best.cost))
        best = { customer: i, to, loss, cost };
    }
    if (best) moves.push(best);
  }
  moves.sort(byLoss);
  let isEased = false;
  for (const move of moves) {
    if (usage.excess(limit) <= 0) break;
    if (!mayMake(work, move)) continue;
    make(work, move);
    isEased = true;
  }
  return isEased;
}

/** Gives customers more where no limit forbids it, the greatest net gain first; whether anything was given. */
function fill(work: Work): boolean {
  const { choices, choice } = work;
  const { offers, gain, cost } = choices;
  const moves: Move[] = [];
  for (let i = 0; i < choices.customers; i++)
    for (let to = 1; to < offers; to++) {
      const held = gain[i * offers + choice[i]];
      if (gain[i * offers + to] > held && gain[i * offers + to] > 0)
        moves.push({ customer: i, to, loss: lossOf(work, i, to), cost: cost[i * offers + to] });
    }
  moves.sort(byLoss);
  let isFilled = false;
  for (const move of moves) {
    const row = move.customer * offers;
    if (gain[row + move.to] <= gain[row + choice[move.customer]] || !isAllowed(work, move)) continue;
    make(work, move);
    isFilled = true;
  }
  return isFilled;
}

const byLoss = (one: Move, other: Move) =>
  one.loss - other.loss || one.customer - other.customer || one.cost - other.cost || one.to - other.to;

function lossOf({ choices, limits, prices, choice }: Work, i: number, to: number): number {
  return netGain(choices, limits, prices, i, choice[i]) - netGain(choices, limits, prices, i, to);
}

/** Whether a move keeps every limit that is kept, and worsens none that is exceeded. */
function isAllowed({ limits, choice, usage }: Work, { customer, to }: Change): boolean {
  return limits.rows.every((_, k) => {
    const more = usage.weight(k, customer, to) - usage.weight(k, customer, choice[customer]);
    return more <= 0 || usage.excess(k) + more <= 0;
  });
}

function make({ choice, usage }: Work, { customer, to }: Move): void {
  usage.move(customer, choice[customer], to);
  choice[customer] = to;
}
