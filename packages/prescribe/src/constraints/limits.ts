import type { Choices } from '../budget/upgrades.js';
import { greatestAmount } from '../greatest-amount.js';
import { leastCount, mostCount, type Constraints } from './constraints.js';

/**
 * One linear limit: what customers of each class spend, how many of them are contacted, and by which offers, times
 * these coefficients, sums to at most `limit`. Rows are scaled so that a contact counts about 1.
 */
export interface Limit {
  /** As errors and reports call it: `budget`, `capacity`, `minSpend of VIPs`. */
  name: string;
  /** By class. */
  money: Float64Array;
  contacts: Float64Array;
  /** By offer. */
  offers: Float64Array;
  limit: number;
  /** The limit and its use in the caller's units are these times the scaled ones. */
  unit: number;
}

/** All limits of a problem. A class is a segment and a fairness group that customers share. */
export interface Limits {
  rows: Limit[];
  classOf: Int32Array;
  classes: number;
}

export function compileLimits(choices: Choices, budget: number, constraints: Constraints): Limits {
  const { customers, offers } = choices;
  const { capacity, perSegment, fairness } = constraints;
  const { classOf, segmentOf, groupOf, members } = classesOf(customers, constraints);
  const classes = members.length;
  const rows: Limit[] = [];
  const usualCost = Math.max(meanCost(choices), 1 / greatestAmount);

  /** Adds a limit; coefficients are by class, `unit` is the size of one contact. */
  const add = (
    name: string,
    limit: number,
    unit: number,
    row: Partial<Pick<Limit, 'money' | 'contacts' | 'offers'>>,
  ) => {
    if (limit / unit === Infinity) return;
    const scaled = (values: Float64Array | undefined, length: number) =>
      values ? values.map((value) => value / unit) : new Float64Array(length);
    rows.push({
      name,
      limit: limit / unit,
      unit,
      money: scaled(row.money, classes),
      contacts: scaled(row.contacts, classes),
      offers: scaled(row.offers, offers),
    });
  };
  const where = (labels: readonly (string | undefined)[], label: string, value: number) =>
    Float64Array.from(labels, (other) => (other === label ? value : 0));
  const sizeOf = (labels: readonly (string | undefined)[], label: string) =>
    members.reduce((sum, count, k) => sum + (labels[k] === label ? count : 0), 0);

  add('budget', budget, usualCost, { money: new Float64Array(classes).fill(1) });
  addCapacity();
  addSegments();
  addFairness();
  return { rows, classOf, classes };

  function addCapacity(): void {
    if (capacity?.total !== undefined)
      add('capacity', Math.floor(capacity.total), 1, { contacts: new Float64Array(classes).fill(1) });
    capacity?.offers?.forEach((most, a) => {
      if (a === 0 || most === undefined) return;
      const only = new Float64Array(offers);
      only[a] = 1;
      add(`capacity of offer ${a}`, Math.floor(most), 1, { offers: only });
    });
  }

  function addSegments(): void {
    for (const [segment, limits] of Object.entries(perSegment?.limits ?? {})) {
      const { minSpend, maxSpend, minShare, maxShare } = limits;
      const size = sizeOf(segmentOf, segment);
      const sign = (value: number) => where(segmentOf, segment, value);
      if (maxSpend !== undefined) add(`maxSpend of ${segment}`, maxSpend, usualCost, { money: sign(1) });
      if (minSpend !== undefined) add(`minSpend of ${segment}`, -minSpend, usualCost, { money: sign(-1) });
      if (maxShare !== undefined)
        add(`maxShare of ${segment}`, mostCount(maxShare, size), 1, { contacts: sign(1) });
      if (minShare !== undefined)
        add(`minShare of ${segment}`, -leastCount(minShare, size), 1, { contacts: sign(-1) });
    }
  }

  function addFairness(): void {
    if (!fairness) return;
    const groups = [...new Set(groupOf)] as string[];
    for (const low of groups)
      for (const high of groups) {
        if (low === high) continue;
        const contacts = where(groupOf, high, fairness.ratio / sizeOf(groupOf, high));
        const rate = 1 / sizeOf(groupOf, low);
        groupOf.forEach((group, k) => {
          if (group === low) contacts[k] = -rate;
        });
        add(`fairness of ${low} to ${high}`, 0, rate, { contacts });
      }
  }
}

/** The class of each customer, and of each class its segment, its fairness group, and how many customers it has. */
function classesOf(customers: number, { perSegment, fairness }: Constraints) {
  const ids = new Map<string, number>();
  const segmentOf: (string | undefined)[] = [];
  const groupOf: (string | undefined)[] = [];
  const classOf = Int32Array.from({ length: customers }, (_, i) => {
    const segment = perSegment && String(perSegment.segment[i]);
    const group = fairness && String(fairness.group[i]);
    const key = JSON.stringify([segment, group]);
    if (!ids.has(key)) {
      ids.set(key, ids.size);
      segmentOf.push(segment);
      groupOf.push(group);
    }
    return ids.get(key)!;
  });
  const members = new Float64Array(ids.size);
  for (const k of classOf) members[k]++;
  return { classOf, segmentOf, groupOf, members };
}

/** The mean cost of the offers that gain and cost something. */
function meanCost({ gain, cost }: Choices): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < cost.length; at++) {
    if (gain[at] <= 0 || cost[at] === 0) continue;
    sum += cost[at];
    count++;
  }
  return count > 0 ? sum / count : 1;
}

/** How far a choice uses each limit. */
export class Usage {
  readonly used: Float64Array;

  constructor(
    private readonly choices: Choices,
    private readonly limits: Limits,
  ) {
    this.used = new Float64Array(limits.rows.length);
  }

  /** What giving customer i an offer adds to the use of limit number k. */
  weight(k: number, i: number, offer: number): number {
    if (offer === 0) return 0;
    const { money, contacts, offers } = this.limits.rows[k];
    const klass = this.limits.classOf[i];
    return (
      money[klass] * this.choices.cost[i * this.choices.offers + offer] + contacts[klass] + offers[offer]
    );
  }

  move(i: number, from: number, to: number): void {
    for (let k = 0; k < this.used.length; k++)
      this.used[k] += this.weight(k, i, to) - this.weight(k, i, from);
  }

  excess(k: number): number {
    return this.used[k] - this.limits.rows[k].limit;
  }
}

/** A limit holds when it is exceeded by no more than the noise of summing. */
export const tolerance = 1e-9;
