import { checkArgument, InvalidInputError, shapes, show, type Fault } from '@clv/contracts';
import { anObject } from '../argument-shapes.js';
import { greatestAmount, isTooGreat, tooGreat } from '../greatest-amount.js';
import { wrongLength } from '../wrong-length.js';
import type { Choices } from './choices.js';

/** @throws {InvalidInputError} with every fault of the matrices and the budget. */
export function checkChoices(choices: Choices, budget?: number): void {
  checkArgument('choices', choices, anObject);
  const faults = [...faultsOfSizes(choices), ...faultsOfBudget(budget)];
  if (faults.length === 0 && !isSound(choices)) faults.push(...faultsOfNumbers(choices));
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** @throws {InvalidInputError} for a budget that is no number, or negative. */
export function checkBudget(budget: number | undefined): void {
  const faults = faultsOfBudget(budget);
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
  const expected = `${customers * offers}: ${customers} customers x ${offers} offers`;
  for (const path of ['gain', 'cost'] as const) {
    const misshape = choices[path] === undefined ? undefined : shapes.numbers(choices[path], path);
    if (misshape) {
      faults.push({ rule: 'wrong-type', message: `${path} ${misshape.fault}`, path });
      continue;
    }
    const length = choices[path]?.length;
    if (length !== customers * offers)
      faults.push({ ...wrongLength('path', path, length, expected), value: length });
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

/** What each number of a matrix must be. */
type NumberRule = readonly [
  path: 'gain' | 'cost',
  complaint: string,
  holds: (value: number, offer: number) => boolean,
];

const isZeroOfNone = (value: number, offer: number) => offer > 0 || value === 0;

const rules: readonly NumberRule[] = [
  ['gain', 'must be a finite number', Number.isFinite],
  ['cost', 'must be a finite number of at least 0', (cost) => cost >= 0 && cost < Infinity],
  ['gain', `must be ${tooGreat}`, (gain) => !isTooGreat(gain)],
  ['cost', `must be ${tooGreat}`, (cost) => !(cost > 0 && isTooGreat(cost))],
  ['gain', 'of none (offer 0) must be 0', isZeroOfNone],
  ['cost', 'of none (offer 0) must be 0', isZeroOfNone],
];

/** One fault for each rule that is broken: the first number that breaks it, and how many others do. */
function faultsOfNumbers({ offers, ...matrices }: Choices): Fault[] {
  return rules.flatMap(([path, complaint, holds]): Fault[] => {
    const values = matrices[path];
    let first = 0;
    let count = 0;
    for (let at = 0; at < values.length; at++)
      if (!holds(values[at], at % offers) && count++ === 0) first = at;
    if (count === 0) return [];
    const row = Math.floor(first / offers) + 1;
    const value = values[first];
    const others = count > 1 ? ` (and ${count - 1} more)` : '';
    const message = `row ${row}, offer ${first % offers}: ${path} ${complaint}: ${value}${others}`;
    return [{ rule: 'out-of-range', message, path, row, value }];
  });
}
