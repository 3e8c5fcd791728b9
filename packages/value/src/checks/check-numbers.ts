import { InvalidOptionError, shapes } from '@clv/contracts';
import { FaultList } from './fault-list.js';

interface Range {
  rule: string;
  /** What a value must be, in words: `at least 0`. */
  must: string;
  from: number;
  to: number;
}

export const nonNegative: Range = {
  rule: 'negative-or-not-finite',
  must: 'a number of at least 0',
  from: 0,
  to: Number.MAX_VALUE,
};
/** For monthly amounts: so that their sum over this many months is finite too. */
export const summableOver = (months: number): Range => {
  const most = Number.MAX_VALUE / months;
  return {
    rule: 'too-large',
    must: `at most ${most}, for ${months} months of it to add up to a number`,
    from: 0,
    to: most,
  };
};
export const probability: Range = {
  rule: 'not-a-probability',
  must: 'a probability in [0, 1]',
  from: 0,
  to: 1,
};

/** Throws with every row whose value is not in the range; NaN never is. */
export function checkColumn(column: string, values: ArrayLike<number>, range: Range): void {
  const faults = new FaultList();
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value >= range.from && value <= range.to) continue;
    const message = `row ${i + 1}, ${column}: must be ${range.must}: ${value}`;
    faults.add({ rule: range.rule, message, column, row: i + 1, value });
  }
  faults.throwIfAny();
}

/** A finite number of at least 0. */
export const rate = shapes.number('a number of at least 0', (value) => Number.isFinite(value) && value >= 0);

/** Throws unless the option is a finite number of at least 0. */
export function checkRate(option: string, value: number): void {
  const misshape = rate(value, option);
  if (misshape) throw new InvalidOptionError(option, `${option} ${misshape.fault}`);
}

/** Days of more than two centuries; farther ahead the series that count purchases hardly come to an end. */
const longestTime = 100_000;

/** Throws unless the option is a time in the model's unit that a model may look ahead. */
export function checkTime(option: string, value: number): void {
  if (typeof value === 'number' && value >= 0 && value <= longestTime) return;
  const message = `${option} must be a number from 0 to ${longestTime}: ${String(value)}`;
  throw new InvalidOptionError(option, message);
}
