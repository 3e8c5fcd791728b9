import { InvalidInputError } from '@clv/contracts';
import { contingencyTable } from './contingency.js';

/**
 * How far two segmentations of the same rows agree, whatever their numbers: 1 where they are the same, about 0 where they
 * agree no more than by chance, below 0 where less (Hubert and Arabie 1985).
 *
 * @param a each row's segment, a whole number from 0.
 * @throws InvalidInputError where they are not of the same number of rows.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    const message = `segmentations must be of the same rows: ${a.length} and ${b.length}`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message }]);
  }
  const counts = contingencyTable(a, b);
  const inBoth = sum(counts.flat().map(pairs));
  const inA = sum(counts.map((row) => pairs(sum(row))));
  const inB = sum((counts[0] ?? []).map((_, column) => pairs(sum(counts.map((row) => row[column])))));
  const all = pairs(a.length);
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (inBoth - expected) / (most - expected);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
