import { InvalidInputError, type Fault } from '@clv/contracts';
import { checkArrays } from '../metrics/score-ladder.js';

/** Fewer customers of a kind than this do not show what that kind has in common. */
const fewest = 50;

/**
 * Sees to it that labels suffice to learn from, before anything is fitted.
 *
 * @param labels 1 churned, 0 stayed, anything else is not known.
 * @param column what the label is called in messages.
 * @throws InvalidInputError where fewer than 50 customers churned, or stayed.
 */
export function checkClasses(labels: Int8Array, column: string): void {
  checkArrays({ labels });
  const counts = { churned: 0, stayed: 0 };
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (label === 1) counts.churned++;
    if (label === 0) counts.stayed++;
  }
  const faults: Fault[] = Object.entries(counts)
    .filter(([, count]) => count < fewest)
    .map(([kind, count]) => ({
      rule: count === 0 ? 'one-class' : 'too-few-of-a-class',
      message: `${column}: at least ${fewest} customers who ${kind} are needed to learn from, found ${count}; give a table with a longer history`,
      column,
      value: count,
    }));
  if (faults.length > 0) throw new InvalidInputError(faults);
}
