import { InvalidInputError, shapes, show, type Fault } from '@clv/contracts';
import { anObject, checkArgument } from '../check-argument.js';
import { greatestAmount, isTooGreat, tooGreat } from '../greatest-amount.js';
import type { Choices } from './choices.js';

/** @throws {InvalidInputError} with every fault of the matrices and the budget. */
export function checkChoices(choices: Choices, budget?: number): void {
  checkArgument('choices', choices, anObject);
  const faults = [...faultsOfSizes(choices), ...faultsOfBudget(budget)];
  if (faults.length === 0 && !isSound(choices)) faults.push(...faultsOfNumbers(choices));
  if (faults.length > 0) throw new InvalidInputError(faults);
}

export function faultsOfBudget(budget: number | undefined): Fault[] {
  if (budget === undefined || (typeof budget === 'number' && budget >= 0)) return [];
  return [
    {
      rule: 'negative',
      message: `budget must be at least 0: ${show(budget)}`,
      path: 'budget',
      value: budget,
    },
  ];
}

function faultsOfSizes(choices: Choices): Fault[] {
  const faults: Fault[] = [];
  const { customers, offers } = choices;
  for (const [path, size, least] of [
    ['customers', customers, 0],
    ['offers', offers, 1],
  ] as const)
    if (!Number.isInteger(size) || size < least)
      faults.push({
        rule: 'wrong-size',
        message: `${path} must be a whole number of at least ${least}: ${String(size)}`,
        path,
        value: size,
      });
  if (faults.length > 0) return faults;
  for (const path of ['gain', 'cost'] as const) {
    const misshape = choices[path] === undefined ? undefined : shapes.numbers(choices[path], path);
    if (misshape) {
      faults.push({ rule: 'wrong-type', message: `${path} ${misshape.fault}`, path });
      continue;
    }
    const length = choices[path]?.length;
    if (length !== customers * offers)
      faults.push({
        rule: 'wrong-length',
        message: `${path} has ${length ?? 'no'} values, expected ${customers * offers}: ${customers} customers x ${offers} offers`,
        path,
        value: length,
      });
  }
  return faults;
}

/** One quick look at every number, so that only unsound ones cost the time of telling what is wrong with them. */
function isSound({ customers, offers, gain, cost }: Choices): boolean {
  for (let at = 0; at < gain.length; at++)
    if (!(Math.abs(gain[at]) <= greatestAmount && cost[at] >= 0 && cost[at] <= greatestAmount)) return false;
  for (let i = 0, at = 0; i < customers; i++, at += offers)
    if (gain[at] !== 0 || cost[at] !== 0) return false;
  return true;
}

function faultsOfNumbers({ customers, offers, gain, cost }: Choices): Fault[] {
  const rules: {
    complaint: string;
    path: 'gain' | 'cost';
    broken: (at: number, offer: number) => boolean;
  }[] = [
    { path: 'gain', complaint: 'gain must be a finite number', broken: (at) => !Number.isFinite(gain[at]) },
    {
      path: 'cost',
      complaint: 'cost must be a finite number of at least 0',
      broken: (at) => !(cost[at] >= 0 && cost[at] < Infinity),
    },
    { path: 'gain', complaint: `gain must be ${tooGreat}`, broken: (at) => isTooGreat(gain[at]) },
    {
      path: 'cost',
      complaint: `cost must be ${tooGreat}`,
      broken: (at) => cost[at] > 0 && isTooGreat(cost[at]),
    },
    {
      path: 'gain',
      complaint: 'gain of none (offer 0) must be 0',
      broken: (at, offer) => offer === 0 && gain[at] !== 0,
    },
    {
      path: 'cost',
      complaint: 'cost of none (offer 0) must be 0',
      broken: (at, offer) => offer === 0 && cost[at] !== 0,
    },
  ];
  return rules.flatMap(({ complaint, path, broken }) => {
    let first = -1;
    let count = 0;
    for (let i = 0, at = 0; i < customers; i++)
      for (let a = 0; a < offers; a++, at++) if (broken(at, a) && count++ === 0) first = at;
    if (count === 0) return [];
    const row = Math.floor(first / offers) + 1;
    const value = (path === 'gain' ? gain : cost)[first];
    const others = count > 1 ? ` (and ${count - 1} more)` : '';
    return [
      {
        rule: 'out-of-range',
        message: `row ${row}, offer ${first % offers}: ${complaint}: ${value}${others}`,
        path,
        row,
        value,
      },
    ];
  });
}
