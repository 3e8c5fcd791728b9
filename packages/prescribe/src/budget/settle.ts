import { ExactSum } from './exact-sum.js';
import { binCount, binReader, type ReturnBins } from './return-bins.js';
import { spendChange } from './spend-change.js';
import type { Upgrades } from './upgrades.js';

/** How a budget is spent, short enough to be told: who gets what follows from it block by block. */
export interface Settlement {
  /** Upgrades whose marginal return lies in a higher bin are bought. */
  critical: number;
  /** Beyond those, what customers near the end of the money get: the number of the offer by that of the customer. */
  exceptions: ReadonlyMap<number, number>;
  /** In money; never above the budget. */
  spent: number;
  gain: number;
  /** The linear programme's optimum: no policy within the budget gains more. */
  bound: number;
  /** The share of the bound that is not reached: `(bound - gain) / bound`. */
  gap: number;
  /** What one more unit of money would gain; 0 where everything worth buying is bought. */
  shadowPrice: number;
}

/** Reads all customers' upgrades once more, block after block, always in the same order. */
export type UpgradeBlocks = () => Iterable<Upgrades>;

/** A hundred-millionth of a unit of money, far below a cent, forgives the noise of summing floating-point costs. */
const noise = 1e-8;

/** So many upgrades beyond the point where the money runs out are tried, and their customers' other offers, for the change that is left. */
const bargains = 1024;

/** Sums over so many customers are plain, over the blocks of them exact. */
const blockSize = 1024;

/**
 * Settles how a budget is spent on the upgrades of greatest marginal return: all those before the one that no longer
 * fits, which with its affordable fraction is the linear programme's optimum; then whatever still fits among the next ones.
 *
 * @param choice where there is room for all customers: takes what each gets, which saves `choicesIn` its pass.
 */
export function settle(
  blocks: UpgradeBlocks,
  bins: ReturnBins,
  budget = Infinity,
  choice?: Int32Array,
): Settlement {
  const money = Math.floor(budget * 100 + 1e-6) / 100;
  let critical = binWhereMoneyEnds(bins, money);
  let purchase = buyAbove(blocks(), bins, critical, choice);
  while (purchase.spent.value > money + noise) purchase = buyAbove(blocks(), bins, ++critical, choice);

  const { spent, gained, candidates } = purchase;
  candidates.sort(
    (one, other) =>
      other.marginalReturn - one.marginalReturn || one.customer - other.customer || one.cost - other.cost,
  );
  let bound: number | undefined;
  let shadowPrice = 0;
  const held = new Map<number, Step>();
  for (const candidate of candidates) {
    const { customer, bought, cost, gain, marginalReturn } = candidate;
    const before = held.get(customer) ?? bought;
    const extraCost = cost - before.cost;
    const extraGain = gain - before.gain;
    if (spent.value + extraCost <= money + noise) {
      spent.add(extraCost);
      gained.add(extraGain);
      held.set(customer, candidate);
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
  spendChange({ ...change, spent, gained, limit: money + noise });
  change.customers.forEach((customer, i) => {
    if (change.choice[i] !== nearby.get(customer)) exceptions.set(customer, change.choice[i]);
  });
  if (choice) for (const [customer, offer] of exceptions) choice[customer] = offer;
  const reached = gained.value;
  bound = Math.max(bound ?? reached, reached);
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

/** What each customer of a block gets; `first` is the number of its first customer among all. */
export function choicesIn(
  { customers, start, offer, marginalReturn }: Upgrades,
  { critical, exceptions }: Settlement,
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

/** The bin that holds the first upgrade that the money no longer pays for; -1 where it pays for all. */
function binWhereMoneyEnds(bins: ReturnBins, money: number): number {
  let left = money;
  for (let bin = binCount - 1; bin >= 0; bin--) {
    if (bins.count[bin] > 0 && bins.cost[bin] > left) return bin;
    left -= bins.cost[bin];
  }
  return -1;
}

/** An offer, and what it costs and gains, counted from none. */
interface Step {
  offer: number;
  cost: number;
  gain: number;
}

const none: Step = { offer: 0, cost: 0, gain: 0 };

/** An upgrade that the money may pay for, with what its customer holds already. */
interface Candidate extends Step {
  customer: number;
  bought: Step;
  marginalReturn: number;
}

interface Purchase {
  spent: ExactSum;
  gained: ExactSum;
  candidates: Candidate[];
}

/** Buys all upgrades above the critical bin; those in it, and enough below it, are candidates for what money is left. */
function buyAbove(
  blocks: Iterable<Upgrades>,
  bins: ReturnBins,
  critical: number,
  choice?: Int32Array,
): Purchase {
  let last = critical;
  for (let count = 0; last > 0 && (count += bins.count[last]) < bargains;) last--;
  const purchase = { spent: new ExactSum(), gained: new ExactSum(), candidates: [] };
  let first = 0;
  for (const upgrades of blocks) {
    buyInBlock(purchase, upgrades, first, critical, last, choice);
    first += upgrades.customers;
  }
  return purchase;
}

function buyInBlock(
  { spent, gained, candidates }: Purchase,
  { customers, start, cost, gain, offer, marginalReturn }: Upgrades,
  first: number,
  critical: number,
  last: number,
  choice?: Int32Array,
): void {
  const binOf = binReader(marginalReturn);
  const step = (at: number): Step => ({ offer: offer[at], cost: cost[at], gain: gain[at] });
  for (let from = 0; from < customers; from += blockSize) {
    const to = Math.min(from + blockSize, customers);
    let [blockSpent, blockGained] = [0, 0];
    for (let i = from; i < to; i++) {
      let upgrade = start[i];
      const end = start[i + 1];
      while (upgrade < end && binOf(upgrade) > critical) upgrade++;
      const bought = upgrade - 1;
      const buys = bought >= start[i];
      if (buys) {
        blockSpent += cost[bought];
        blockGained += gain[bought];
      }
      if (choice) choice[first + i] = buys ? offer[bought] : 0;
      for (; upgrade < end && binOf(upgrade) >= last; upgrade++)
        candidates.push({
          ...step(upgrade),
          customer: first + i,
          bought: buys ? step(bought) : none,
          marginalReturn: marginalReturn[upgrade],
        });
    }
    spent.add(blockSpent);
    gained.add(blockGained);
  }
}

/** A few customers' offers, gathered from the blocks, with what each has so far. */
function choicesOf(blocks: Iterable<Upgrades>, holding: ReadonlyMap<number, number>) {
  const customers = [...holding.keys()].sort((one, other) => one - other);
  const gathered = { gain: [] as Float64Array[], cost: [] as Float64Array[] };
  let offers = 1;
  let first = 0;
  let next = 0;
  for (const { choices } of blocks) {
    offers = choices.offers;
    for (; customers[next] < first + choices.customers; next++) {
      const at = (customers[next] - first) * offers;
      gathered.gain.push(choices.gain.slice(at, at + offers));
      gathered.cost.push(choices.cost.slice(at, at + offers));
    }
    first += choices.customers;
    if (next === customers.length) break;
  }
  return {
    customers,
    choices: {
      customers: customers.length,
      offers,
      gain: joined(gathered.gain),
      cost: joined(gathered.cost),
    },
    choice: Int32Array.from(customers, (customer) => holding.get(customer)!),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
