import { InvalidInputError, type Fault } from '@clv/contracts';
import { checkArrays } from '../metrics/score-ladder.js';

/** @throws InvalidInputError where probabilities are not one a row, or with every row whose is outside [0, 1]. */
export function checkProbabilities(probabilities: ArrayLike<number>, rows: number): void {
  const path = 'probabilities';
  checkArrays({ probabilities });
  if (probabilities.length !== rows) {
    const message = `probabilities must have one value a row, ${rows}: ${probabilities.length}`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message, path }]);
  }
  const faults: Fault[] = [];
  for (let i = 0; i < rows; i++) {
    const value = probabilities[i];
    if (typeof value === 'number' && value >= 0 && value <= 1) continue;
    const message = `row ${i + 1}: probabilities must lie in [0, 1]: ${String(value)}`;
    faults.push({ rule: 'out-of-range', message, path, row: i + 1, value });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}
