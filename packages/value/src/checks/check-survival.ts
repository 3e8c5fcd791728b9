import { InvalidInputError } from '@clv/contracts';
import { FaultList } from './fault-list.js';

/** Throws with every customer whose curve leaves [0, 1], is not a number, or rises. */
export function checkSurvival(survival: ArrayLike<number>, months: number): void {
  if (survival.length % months !== 0) {
    const message = `survival must hold ${months} months a customer: ${survival.length} values`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message, column: 'survival' }]);
  }
  const faults = new FaultList();
  for (let start = 0; start < survival.length; start += months) {
    const month = firstBadMonth(survival, start, months);
    if (month === 0) continue;
    const row = start / months + 1;
    const value = survival[start + month - 1];
    const message = `row ${row}, survival: month ${month} must be in [0, 1] and not above the month before: ${value}`;
    faults.add({ rule: 'not-a-survival-curve', message, column: 'survival', row, value });
  }
  faults.throwIfAny();
}

function firstBadMonth(survival: ArrayLike<number>, start: number, months: number): number {
  let before = 1;
  for (let month = 1; month <= months; month++) {
    const value = survival[start + month - 1];
    if (!(value >= 0 && value <= before)) return month;
    before = value;
  }
  return 0;
}
