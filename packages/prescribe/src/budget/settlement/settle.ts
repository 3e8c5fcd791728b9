import { bestWithin } from './best-within.js';
import {
  bargains,
  type BudgetEdge,
  budgetEdge,
  edgeAbove,
  inWholeCents,
  isOfAnyone,
} from '../edge/budget-edge.js';
import type { Choices } from '../choices.js';
import { binReader, type ReturnBins } from '../returns/return-bins.js';
import type { Upgrades } from '../upgrades/find-upgrades.js';
import type { Holding } from '../upgrades/holding.js';
import { buyAbove, type Purchase, type Step } from './purchase.js';
import { spendChange } from './spend-change.js';

/** How a budget is spent, short enough to be told: who gets what follows from it block by block. */
export interface Settlement {
  /** Upgrades whose marginal return lies in a higher bin are bought. */
  critical: number;
  /** Beyond those, what customers near the end of the money get: the number of the offer by that of the customer. */
  exceptions: ReadonlyMap<number, number>;
  /** In money; never above the budget. */
  spent: number;
  gain: number;
  /** No policy within the budget gains more: the linear programme's optimum, or the gain itself where that is proven to be the most. */
  bound: number;
  /** The share of the bound that is not reached: `(bound - gain) / bound`. */
  gap: number;
  /** What one more unit of money would gain; 0 where everything worth buying is bought. */
  shadowPrice: number;
}

/** Reads all customers' upgrades once more, block after block, always in the same order. */
export type UpgradeBlocks = () => Iterable<Upgrades>;

/** The money with what sums of costs in cents can be off: a hundred-millionth of a unit, of a great deal of money a share, far below a cent. */
const forgiving = (money: number): number => money + Math.max(1e-8, 1e-15 * money);

/**
 * Settles how a budget is spent on the upgrades of greatest marginal return: all those before the one that no longer
 * fits, which with its affordable fraction is the linear programme's optimum; then whatever still fits among the next ones.
 *
 * @param holding what customers held before, where all are in one block; it is brought up to date, which saves `choicesIn`
 *   its pass, and asks only those whom the change of budget concerns.
 */
export function settle(
  blocks: UpgradeBlocks,
  bins: ReturnBins,
  budget?: number,
  holding?: Holding,
): Settlement {
  let edge = budgetEdge(bins, budget);
  let purchase = buyAbove(blocks(), bins, edge, holding);
  while (isOverspent(purchase, budget)) {
    edge = edgeAbove(bins, edge);
    purchase = buyAbove(blocks(), bins, edge, holding);
  }
  return spendRest(blocks, purchase, edge, budget);
}

/** Whether what is bought above the edge alone is more than the money. */
export const isOverspent = ({ spent }: Purchase, budget?: number): boolean =>
  spent.value > forgiving(inWholeCents(budget));

/** Spends what is left after what lies above the critical bin was bought. */
export function spendRest(
  blocks: UpgradeBlocks,
  { spent, gained, candidates }: Purchase,
  edge: BudgetEdge,
  budget?: number,
): Settlement {
  const { critical } = edge;
  const money = inWholeCents(budget);
  const limit = forgiving(money);
  candidates.sort(
    (one, other) =>
      other.marginalReturn - one.marginalReturn ||
      one.customer - other.customer ||
      one.offered.cost - other.offered.cost,
  );
  let bound: number | undefined;
  let shadowPrice = 0;
  const held = new Map<number, Step>();
  for (const { customer, bought, offered, marginalReturn } of candidates) {
    const before = held.get(customer) ?? bought;
    const extraCost = offered.cost - before.cost;
    const extraGain = offered.gain - before.gain;
    if (spent.value + extraCost <= limit) {
      spent.add(extraCost);
      gained.add(extraGain);
      held.set(customer, offered);
    } else if (bound === undefined) {
      bound = gained.value + (extraGain * (money - spent.value)) / extraCost;
      shadowPrice = marginalReturn;
    }
  }
  const exceptions = new Map(Array.from(held, ([customer, { offer }]) => [customer, offer]));
  const nearby = new Map<number, number>();
  for (const { customer, bought } of candidates.slice(0, bargains))
    nearby.set(customer, exceptions.get(customer) ?? bought.offer);
  const change = choicesOf(blocks(), nearby);
  spendChange({ ...change, spent, gained, limit });
  bound ??= gained.value;
  if (isOfAnyone(edge) && candidates.length <= bargains) {
    const best = bestWithin({ ...change, gain: gained.value, money, limit, bound, shadowPrice });
    if (best) {
      exchange(change, best, { spent, gained });
      bound = gained.value;
    }
  }
  change.customers.forEach((customer, i) => {
    if (change.choice[i] !== nearby.get(customer)) exceptions.set(customer, change.choice[i]);
  });
  const reached = gained.value;
  bound = Math.max(bound, reached);
  return {
    critical,
    exceptions,
    spent: Math.min(spent.value, money),
    gain: reached,
    bound,
    gap: bound > 0 ? (bound - reached) / bound : 0,
    shadowPrice,
  };
}

/** Gives customers other offers, and brings the sums up to date. */
function exchange(
  { choices: { offers, cost, gain }, choice }: { choices: Choices; choice: Int32Array },
  other: Int32Array,
  { spent, gained }: Pick<Purchase, 'spent' | 'gained'>,
): void {
  other.forEach((a, i) => {
    const [from, to] = [i * offers + choice[i], i * offers + a];
    if (from === to) return;
    spent.add(cost[to] - cost[from]);
    gained.add(gain[to] - gain[from]);
    choice[i] = a;
  });
}

/** What each customer of a block gets; `first` is the number of its first customer among all. */
export function choicesIn(
  { customers, start, offer, marginalReturn }: Upgrades,
  { critical, exceptions }: Pick<Settlement, 'critical' | 'exceptions'>,
  first = 0,
): Int32Array {
  const binOf = binReader(marginalReturn);
  const choice = new Int32Array(customers);
  for (let i = 0; i < customers; i++) {
    let upgrade = start[i];
    while (upgrade < start[i + 1] && binOf(upgrade) > critical) upgrade++;
    if (upgrade > start[i]) choice[i] = offer[upgrade - 1];
  }
  for (const [customer, exception] of exceptions)
    if (customer >= first && customer < first + customers) choice[customer - first] = exception;
  return choice;
}

/** A few customers' offers, gathered from the blocks, with what each has so far. */
function choicesOf(blocks: Iterable<Upgrades>, holding: ReadonlyMap<number, number>) {
  const customers = [...holding.keys()].sort((one, other) => one - other);
  let gathered = roomFor(customers.length, 1);
  let first = 0;
  let next = 0;
  for (const { choices } of blocks) {
    if (gathered.offers !== choices.offers) gathered = roomFor(customers.length, choices.offers);
    for (; customers[next] < first + choices.customers; next++)
      copyRow(choices, customers[next] - first, gathered, next);
    first += choices.customers;
    if (next === customers.length) break;
  }
  return {
    customers,
    choices: gathered,
    choice: Int32Array.from(customers, (customer) => holding.get(customer)!),
  };
}

const roomFor = (customers: number, offers: number): Choices => ({
  customers,
  offers,
  gain: new Float64Array(customers * offers),
  cost: new Float64Array(customers * offers),
});

function copyRow(from: Choices, customer: number, to: Choices, at: number): void {
  const { offers } = to;
  for (let a = 0; a < offers; a++) {
    to.gain[at * offers + a] = from.gain[customer * offers + a];
    to.cost[at * offers + a] = from.cost[customer * offers + a];
  }
}
