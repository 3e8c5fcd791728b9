import { InvalidInputError, InvalidOptionError, shapes } from '@clv/contracts';

/**
 * How far two segmentations of the same rows agree, whatever their numbers: 1 where they are the same, about 0 where they
 * agree no more than by chance, below 0 where less (Hubert and Arabie 1985).
 *
 * @param a each row's segment, a whole number from 0.
 * @throws InvalidOptionError for what is no list.
 * @throws InvalidInputError where they are not of the same number of rows, or a row's segment is no whole number.
 */
export function adjustedRandIndex(a: ArrayLike<number>, b: ArrayLike<number>): number {
  checkList('a', a);
  checkList('b', b);
  if (a.length !== b.length) {
    const message = `segmentations must be of the same rows: ${a.length} and ${b.length}`;
    throw new InvalidInputError([{ rule: 'lengths-differ', message }]);
  }
  checkLabels(a);
  checkLabels(b);
  const inBoth = pairsWithin(overlaps(a, b));
  const inA = pairsWithin(a);
  const inB = pairsWithin(b);
  const all = pairs(a.length);
  const expected = all === 0 ? 0 : (inA * inB) / all;
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (inBoth - expected) / (most - expected);
}

function checkList(name: string, labels: ArrayLike<number>): void {
  const misshape = shapes.numbers(labels, name);
  if (misshape) throw new InvalidOptionError(name, `${name} ${misshape.fault}`);
}

function checkLabels(labels: ArrayLike<number>): void {
  for (let i = 0; i < labels.length; i++) {
    if (Number.isInteger(labels[i]) && labels[i] >= 0) continue;
    const message = `row ${i + 1}: a segment must be a whole number of at least 0: ${String(labels[i])}`;
    throw new InvalidInputError([{ rule: 'not-a-segment', message, row: i + 1, value: labels[i] }]);
  }
}

/** For each row the number of the part that its segments of both have in common. */
function overlaps(a: ArrayLike<number>, b: ArrayLike<number>): Float64Array {
  const [ofA, ofB] = [numbered(a), numbered(b)];
  return Float64Array.from(ofA, (segment, i) => segment * b.length + ofB[i]);
}

/** The same segments by numbers from 0 on, in the order in which they come. */
function numbered(labels: ArrayLike<number>): Int32Array {
  const numbers = new Map<number, number>();
  return Int32Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
}

/** How many pairs of rows have the same label. */
function pairsWithin(labels: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) counts.set(labels[i], (counts.get(labels[i]) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
