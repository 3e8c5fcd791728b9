import { InvalidInputError, type Fault } from '@clv/contracts';

/** @throws InvalidInputError where `months` is out of range, or with every row whose tenure is none. */
export function checkCurve(months: number, tenures: Float64Array, column: string): void {
  const faults: Fault[] = [];
  for (let i = 0; i < tenures.length; i++) {
    const tenure = tenures[i];
    if (tenure >= 0) continue;
    const message = `row ${i + 1}, ${column}: a survival curve needs a tenure of at least 0 months: ${tenure}`;
    faults.push({ rule: 'no-tenure', message, column, row: i + 1, value: tenure });
  }
  if (!(Number.isInteger(months) && months >= 1 && months <= 1200)) {
    const message = `months must be a whole number from 1 to 1200: ${String(months)}`;
    throw new InvalidInputError([
      { rule: 'out-of-range', message, path: 'months', value: months },
      ...faults,
    ]);
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}
