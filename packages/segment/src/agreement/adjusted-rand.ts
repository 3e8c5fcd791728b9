import { InvalidInputError } from '@clv/contracts';
import { contingencyTable } from './contingency.js';

/**
 * How far two segmentations of the same rows agree, whatever their numbers: 1 where they are the same, about 0 where they
 * agree no more than by chance, below 0 where less (Hubert and Arabie 1985).
 *
 * @param a each row's segment, a whole number from 0.
 * @throws InvalidInputError where they are not of the same number of rows, or a row's segment is no whole number.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    const message = `segmentations must be of the same rows: ${a.length} and ${b.length}`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message }]);
  }
  checkLabels(a);
  checkLabels(b);
  const counts = contingencyTable(a, b);
  const inBoth = sum(counts.flat().map(pairs));
  const inA = sum(counts.map((row) => pairs(sum(row))));
  const inB = sum((counts[0] ?? []).map((_, column) => pairs(sum(counts.map((row) => row[column])))));
  const all = pairs(a.length);
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (inBoth - expected) / (most - expected);
}

function checkLabels(labels: ArrayLike<number>): void {
  for (let i = 0; i < labels.length; i++) {
    if (Number.isInteger(labels[i]) && labels[i] >= 0) continue;
    const message = `row ${i + 1}: a segment must be a whole number of at least 0: ${labels[i]}`;
    throw new InvalidInputError([{ rule: 'not-a-segment', message, row: i + 1, value: labels[i] }]);
  }
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
