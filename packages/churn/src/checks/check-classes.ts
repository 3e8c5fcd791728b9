import { InvalidInputError, type Fault } from '@clv/contracts';

/** Fewer customers of a kind than this do not show what that kind has in common. */
const fewest = 50;

/** @throws InvalidInputError where too few customers churned, or too few stayed, to learn from. */
export function checkClasses(labels: Int8Array, column: string): void {
  const counts = { churned: 0, stayed: 0 };
  for (const label of labels) {
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
