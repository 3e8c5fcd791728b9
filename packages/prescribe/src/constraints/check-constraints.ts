import { unknownName, type Fault } from '@clv/contracts';
import type { Choices } from '../budget/choices.js';
import { ExactSum } from '../budget/exact-sum.js';
import { wrongLength } from '../wrong-length.js';
import { leastCount, type Constraints, type SegmentLimits } from './constraints.js';

/** Every fault of the constraints by themselves, and every contradiction between two of them that can be told beforehand. */
export function faultsOfConstraints(choices: Choices, constraints: Constraints, budget = Infinity): Fault[] {
  const faults = [
    ...faultsOfNames(constraints),
    ...faultsOfCapacity(choices, constraints),
    ...faultsOfSegments(choices, constraints),
    ...faultsOfFairness(choices, constraints),
  ];
  return faults.length > 0 ? faults : contradictions(choices, constraints, budget);
}

const limitNames = ['minSpend', 'maxSpend', 'minShare', 'maxShare'] as const;

/** A limit that is misspelt would limit nothing, without a word. */
function faultsOfNames({ capacity, perSegment, fairness }: Constraints): Fault[] {
  return [
    ...unknownNames('capacity', capacity, ['total', 'offers']),
    ...unknownNames('perSegment', perSegment, ['segment', 'limits']),
    ...Object.entries(perSegment?.limits ?? {}).flatMap(([name, limit]) =>
      unknownNames(`perSegment.limits.${name}`, limit, limitNames),
    ),
    ...unknownNames('fairness', fairness, ['group', 'ratio']),
  ];
}

function unknownNames(path: string, given: object = {}, names: readonly string[]): Fault[] {
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      rule: 'unknown-limit',
      message: `${path}: ${unknownName('limit', name, names)}`,
      path: `${path}.${name}`,
    }));
}

function faultsOfCapacity({ offers }: Choices, { capacity }: Constraints): Fault[] {
  const named: [string, number | undefined][] = [['capacity.total', capacity?.total]];
  capacity?.offers?.forEach((most, a) => named.push([`capacity.offers[${a}]`, most]));
  const faults = named.flatMap(([path, most]) =>
    most === undefined || most >= 0 ? [] : [belowZero(path, most)],
  );
  const count = capacity?.offers?.length ?? 0;
  if (count > offers) {
    const message = `capacity.offers has ${count} values, more than the ${offers} offers`;
    faults.push({ rule: 'wrong-length', message, path: 'capacity.offers' });
  }
  return faults;
}

function faultsOfSegments({ customers }: Choices, { perSegment }: Constraints): Fault[] {
  if (!perSegment) return [];
  const { segment, limits } = perSegment;
  const faults: Fault[] = [];
  if (segment.length !== customers)
    faults.push(wrongLength('path', 'perSegment.segment', segment.length, customers));
  const known = new Set(Array.from(segment, String));
  for (const [name, limit] of Object.entries(limits)) {
    const path = `perSegment.limits.${name}`;
    if (!known.has(name))
      faults.push({
        rule: 'unknown-segment',
        message: `unknown segment: ${name} has limits but no customer`,
        path,
      });
    for (const key of limitNames) {
      const value = limit[key];
      if (value === undefined) continue;
      if (!(value >= 0)) faults.push(belowZero(`${path}.${key}`, value));
      else if (key.endsWith('Share') && value > 1) faults.push(notAShare(`${path}.${key}`, value));
    }
    for (const what of ['Spend', 'Share'] as const) {
      const [least, most] = [limit[`min${what}`], limit[`max${what}`]];
      if (least !== undefined && most !== undefined && isAbove(least, most))
        faults.push(contradiction(path, `min${what} ${least} of ${name} is above its max${what} ${most}`));
    }
  }
  return faults;
}

function faultsOfFairness({ customers }: Choices, { fairness }: Constraints): Fault[] {
  if (!fairness) return [];
  const faults: Fault[] = [];
  const { group, ratio } = fairness;
  if (group.length !== customers) faults.push(wrongLength('path', 'fairness.group', group.length, customers));
  if (!(ratio >= 0 && ratio <= 1)) faults.push(notAShare('fairness.ratio', ratio));
  return faults;
}

/** More than what summing amounts in cents can lose: a contradiction reported by mistake would forbid a plan that exists. */
const isAbove = (sum: number, limit: number): boolean => sum > limit + 1e-9 * Math.max(1, limit);

/** Minima that the budget, the capacity or the offers that pay cannot reach. */
function contradictions(choices: Choices, { capacity, perSegment }: Constraints, budget: number): Fault[] {
  if (!perSegment) return [];
  const faults: Fault[] = [];
  const contacts = capacity?.total ?? Infinity;
  let allSpend = 0;
  let allContacts = 0;
  for (const [name, limit] of Object.entries(perSegment.limits)) {
    const path = `perSegment.limits.${name}`;
    const { spends, size } = reachOf(choices, perSegment.segment, name);
    const { minSpend = 0, minShare = 0 }: SegmentLimits = limit;
    const needed = leastCount(minShare, size);
    allSpend += minSpend;
    allContacts += needed;
    if (needed > spends.length)
      faults.push(
        contradiction(
          path,
          `minShare ${minShare} of ${name} needs ${needed} customers, but an offer pays for ${spends.length}`,
        ),
      );
    const most = (count: number) => sumOf(spends.slice(0, count));
    if (isAbove(minSpend, most(spends.length)))
      faults.push(
        contradiction(
          path,
          `minSpend ${minSpend} of ${name} is above the ${most(spends.length).toFixed(2)} that offers that pay can cost`,
        ),
      );
    else if (isAbove(minSpend, most(Math.min(contacts, spends.length))))
      faults.push(
        contradiction(
          'capacity.total',
          `capacity ${contacts} cannot spend the minSpend ${minSpend} of ${name}`,
        ),
      );
  }
  if (isAbove(allSpend, budget))
    faults.push(
      contradiction('budget', `budget ${budget} is below the minSpend of the segments together: ${allSpend}`),
    );
  if (allContacts > contacts)
    faults.push(
      contradiction(
        'capacity.total',
        `capacity ${contacts} is below the minShare of the segments together: ${allContacts} customers`,
      ),
    );
  return faults;
}

/** What the dearest offer that pays costs for each customer of a segment whom one pays for, the dearest first. */
function reachOf(
  { customers, offers, gain, cost }: Choices,
  segment: ArrayLike<string | number>,
  name: string,
) {
  const spends: number[] = [];
  let size = 0;
  for (let i = 0; i < customers; i++) {
    if (String(segment[i]) !== name) continue;
    size++;
    let most = -1;
    for (let at = i * offers + 1; at < (i + 1) * offers; at++)
      if (gain[at] > 0 && cost[at] > most) most = cost[at];
    if (most >= 0) spends.push(most);
  }
  return { spends: spends.sort((one, other) => other - one), size };
}

function sumOf(amounts: readonly number[]): number {
  const sum = new ExactSum();
  for (const amount of amounts) sum.add(amount);
  return sum.value;
}

const notAShare = (path: string, value: number): Fault => ({
  rule: 'out-of-range',
  message: `${path} must be in [0, 1]: ${value}`,
  path,
  value,
});

const belowZero = (path: string, value: number): Fault => ({
  rule: 'negative',
  message: `${path} must be at least 0: ${value}`,
  path,
  value,
});

const contradiction = (path: string, message: string): Fault => ({ rule: 'contradiction', message, path });
