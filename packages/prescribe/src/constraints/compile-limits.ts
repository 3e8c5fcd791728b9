import type { Choices } from '../budget/choices.js';
import { greatestAmount } from '../greatest-amount.js';
import { leastCount, mostCount, type Constraints } from './constraints.js';
import { tolerance, type Limit, type Limits } from './limits.js';

/** A limit before it is scaled; what is left out is 0. */
type Unscaled = Pick<Limit, 'name' | 'limit' | 'unit'> &
  Partial<Pick<Limit, 'money' | 'contacts' | 'offers'>>;

/** Money far below a cent, and what sums of great amounts lose. */
const leastCounted = 1e-3;
const rounding = 1e-14;

/** The limits of a problem, the budget first. */
export function compileLimits(choices: Choices, budget: number, constraints: Constraints): Limits {
  const { customers, offers } = choices;
  const classes = classesOf(customers, constraints);
  const { length } = classes.members;
  const usualCost = Math.max(meanCost(choices), 1 / greatestAmount);
  const limits: Unscaled[] = [
    { name: 'budget', limit: budget, unit: usualCost, money: new Float64Array(length).fill(1) },
    ...capacityLimits(constraints, offers, length),
    ...segmentLimits(constraints, classes, usualCost),
    ...fairnessLimits(constraints, classes),
  ];
  const rows = limits.filter(({ limit, unit }) => limit / unit !== Infinity).map(scaled);
  return { rows, classOf: classes.classOf, classes: length };

  function scaled({ name, limit, unit, money, contacts, offers: byOffer }: Unscaled): Limit {
    const inUnits = (values: Float64Array | undefined, size: number) =>
      values ? values.map((value) => value / unit) : new Float64Array(size);
    return {
      name,
      limit: limit / unit,
      leeway: Math.min(tolerance, leastCounted / unit + rounding * Math.abs(limit / unit)),
      unit,
      money: inUnits(money, length),
      contacts: inUnits(contacts, length),
      offers: inUnits(byOffer, offers),
    };
  }
}

function capacityLimits({ capacity }: Constraints, offers: number, classes: number): Unscaled[] {
  const total = capacity?.total;
  const ofAll: Unscaled[] =
    total === undefined
      ? []
      : [
          {
            name: 'capacity',
            limit: Math.floor(total),
            unit: 1,
            contacts: new Float64Array(classes).fill(1),
          },
        ];
  const ofEach = (capacity?.offers ?? []).flatMap((most, a): Unscaled[] => {
    if (a === 0 || most === undefined) return [];
    const only = new Float64Array(offers);
    only[a] = 1;
    return [{ name: `capacity of offer ${a}`, limit: Math.floor(most), unit: 1, offers: only }];
  });
  return [...ofAll, ...ofEach];
}

function segmentLimits({ perSegment }: Constraints, classes: Classes, usualCost: number): Unscaled[] {
  return Object.entries(perSegment?.limits ?? {}).flatMap(([segment, limits]) => {
    const { minSpend, maxSpend, minShare, maxShare } = limits;
    const size = sizeOf(classes.segmentOf, segment, classes);
    const sign = (value: number) => where(classes.segmentOf, segment, value);
    const rows: Unscaled[] = [];
    if (maxSpend !== undefined)
      rows.push({ name: `maxSpend of ${segment}`, limit: maxSpend, unit: usualCost, money: sign(1) });
    if (minSpend !== undefined)
      rows.push({ name: `minSpend of ${segment}`, limit: -minSpend, unit: usualCost, money: sign(-1) });
    if (maxShare !== undefined) {
      const limit = mostCount(maxShare, size);
      rows.push({ name: `maxShare of ${segment}`, limit, unit: 1, contacts: sign(1) });
    }
    if (minShare !== undefined) {
      const limit = -leastCount(minShare, size);
      rows.push({ name: `minShare of ${segment}`, limit, unit: 1, contacts: sign(-1) });
    }
    return rows;
  });
}

/** The selection rate of each group is at least `ratio` times that of each other. */
function fairnessLimits({ fairness }: Constraints, classes: Classes): Unscaled[] {
  if (!fairness) return [];
  const { groupOf } = classes;
  const groups = [...new Set(groupOf)] as string[];
  return groups.flatMap((low) =>
    groups
      .filter((high) => high !== low)
      .map((high): Unscaled => {
        const contacts = where(groupOf, high, fairness.ratio / sizeOf(groupOf, high, classes));
        const rate = 1 / sizeOf(groupOf, low, classes);
        groupOf.forEach((group, k) => {
          if (group === low) contacts[k] = -rate;
        });
        return { name: `fairness of ${low} to ${high}`, limit: 0, unit: rate, contacts };
      }),
  );
}

/** What each class is labelled by: its segment, or its group. */
type Labels = readonly (string | undefined)[];

/** A value for the classes of one label, 0 for all others. */
const where = (labels: Labels, label: string, value: number) =>
  Float64Array.from(labels, (other) => (other === label ? value : 0));

/** How many customers are of one label. */
const sizeOf = (labels: Labels, label: string, { members }: Classes) =>
  members.reduce((sum, count, k) => sum + (labels[k] === label ? count : 0), 0);

type Classes = ReturnType<typeof classesOf>;

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
