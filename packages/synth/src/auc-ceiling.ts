import { checkArgument, type Fault, InvalidInputError, shapes, sortNumbers } from '@clv/contracts';

/**
 * The best AUC that any model can expect on customers who leave with these probabilities: that of the true probabilities
 * themselves, `sum over pairs of p_i (1 - p_j) ([p_i > p_j] + [p_i = p_j] / 2)` over the same sum without the comparison. A
 * share of 1 means that every outcome was certain. NaN where nobody can leave, or nobody can stay.
 *
 * @param trueProbabilities each customer's true probability of leaving, in [0, 1].
 * @throws InvalidOptionError for what is no list; InvalidInputError that names every row whose value is not a probability.
 */
export function aucCeiling(trueProbabilities: ArrayLike<number>): number {
  assertProbabilities(trueProbabilities);
  const sorted = sortNumbers(Float64Array.from(trueProbabilities));
  let stayersBelow = 0;
  let ordered = 0;
  let leavers = 0;
  let certain = 0;
  for (let i = 0; i < sorted.length;) {
    const p = sorted[i];
    let tied = 0;
    while (i < sorted.length && sorted[i] === p) {
      tied++;
      i++;
    }
    // A customer makes no pair with itself.
    ordered += tied * p * (stayersBelow + ((tied - 1) * (1 - p)) / 2);
    stayersBelow += tied * (1 - p);
    leavers += tied * p;
    certain += tied * p * (1 - p);
  }
  return ordered / (leavers * stayersBelow - certain);
}

function assertProbabilities(probabilities: ArrayLike<number>): void {
  checkArgument('trueProbabilities', probabilities, shapes.numbers);
  const faults: Fault[] = [];
  for (let i = 0; i < probabilities.length; i++) {
    const value = probabilities[i];
    if (typeof value === 'number' && value >= 0 && value <= 1) continue;
    const message = `row ${i + 1}: a probability must lie in [0, 1]: ${String(value)}`;
    faults.push({ rule: 'out-of-range', message, row: i + 1, value });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}
