import { show, type Fault, type FeatureMatrix } from '@clv/contracts';
import type { GbdtObjective } from '../model.js';
import { shapeFaults } from './check-matrix.js';
import { type SomeRows, countRows } from './some-rows.js';

/** What training must know of each column before it bins it. */
export interface ColumnFacts {
  /** 1 where a value is missing. */
  hasMissing: Uint8Array;
  /** The largest value that is there. */
  tops: Float32Array;
}

/** Reads rows once: facts of their columns, and faults (infinite values, columns with no value at all). */
export function readColumns({ x, rows }: SomeRows): { facts: ColumnFacts; faults: Fault[] } {
  const { data, columns } = x;
  const count = countRows({ x, rows });
  const facts = { hasMissing: new Uint8Array(columns), tops: new Float32Array(columns).fill(-Infinity) };
  const infiniteAt = new Int32Array(columns).fill(-1);
  for (let i = 0; i < count; i++) {
    const row = rows === undefined ? i : rows[i];
    for (let column = 0, at = row * columns; column < columns; column++, at++) {
      const value = data[at];
      if (value - value === 0) {
        if (value > facts.tops[column]) facts.tops[column] = value;
      } else if (Number.isNaN(value)) facts.hasMissing[column] = 1;
      else if (infiniteAt[column] < 0) infiniteAt[column] = row;
    }
  }
  return { facts, faults: columnFaults(x, facts, infiniteAt) };
}

function columnFaults(x: FeatureMatrix, { tops }: ColumnFacts, infiniteAt: Int32Array): Fault[] {
  const faults: Fault[] = [];
  infiniteAt.forEach((row, column) => {
    const name = x.featureNames?.[column] ?? `column ${column}`;
    if (row >= 0) {
      const value = x.data[row * x.columns + column];
      faults.push({
        rule: 'infinite',
        message: `row ${row + 1}, ${name}: ${value} is not finite`,
        column: name,
        row: row + 1,
        value,
      });
    } else if (tops[column] === -Infinity)
      faults.push({ rule: 'all-missing', message: `${name} has no value in any row`, column: name });
  });
  return faults;
}

/** The faults of a matrix's size, where there is nothing to learn from. */
export function sizeFaults({ rows, columns }: FeatureMatrix, name: string): Fault[] {
  if (rows === 0)
    return [{ rule: 'no-rows', message: `${name} has no rows`, path: `${name}.rows`, value: 0 }];
  if (columns === 0)
    return [{ rule: 'no-columns', message: `${name} has no columns`, path: `${name}.columns`, value: 0 }];
  return [];
}

/** The faults of rows and their labels that can be told without reading the matrix's values. */
export function labelFaults(
  { x, rows }: SomeRows,
  y: ArrayLike<number>,
  objective: GbdtObjective,
  names: { x: string; y: string },
): Fault[] {
  const faults = shapeFaults(x, names.x);
  if (faults.length > 0) return faults;
  const size = [...sizeFaults(x, names.x), ...rowFaults({ x, rows }), ...noneNamed(rows)];
  if (size.length > 0) return size;
  if (y?.length !== x.rows) return [lengthFault(names.y, y?.length, x.rows)];
  const count = countRows({ x, rows });
  for (let i = 0; i < count; i++) {
    const row = rows === undefined ? i : rows[i];
    const value = y[row];
    if (objective === 'binary:logistic' ? value === 0 || value === 1 : isFloat(value)) continue;
    const wanted = objective === 'binary:logistic' ? '0 or 1' : 'a finite number';
    return [valueFault(names.y, row, value, wanted)];
  }
  return [];
}

const isFloat = (value: unknown) => typeof value === 'number' && Number.isFinite(Math.fround(value));

function noneNamed(rows: Uint32Array | undefined): Fault[] {
  if (rows?.length !== 0) return [];
  return [{ rule: 'no-rows', message: 'rows must name at least one row', path: 'rows', value: 0 }];
}

/** What is wrong with the rows that are asked for. */
export function rowFaults({ x, rows }: SomeRows): Fault[] {
  if (rows === undefined) return [];
  const complain = (message: string, value: unknown) => [{ rule: 'option', message, path: 'rows', value }];
  if (!(rows instanceof Uint32Array)) return complain('rows must be a Uint32Array', rows);
  const beyond = rows.find((row) => row >= x.rows);
  return beyond === undefined ? [] : complain(`rows must be below ${x.rows}: ${beyond}`, beyond);
}

/** A label that never changes has nothing to be learnt from. */
export function constantFaults(y: ArrayLike<number>, some: SomeRows): Fault[] {
  const rowAt = (i: number) => (some.rows === undefined ? i : some.rows[i]);
  const first = y[rowAt(0)];
  for (let i = 1; i < countRows(some); i++) if (y[rowAt(i)] !== first) return [];
  return [{ rule: 'constant-label', message: `y is ${first} in every row`, path: 'y', value: first }];
}

const largestFloat = 3.4028234663852886e38;

/** A split gains at most the loss that there is to begin with, and what a split gains is held as a float32. */
export function lossFaults(
  y: ArrayLike<number>,
  some: SomeRows,
  baseScore: number,
  weights?: ArrayLike<number>,
): Fault[] {
  let loss = 0;
  for (let i = 0; i < countRows(some); i++) {
    const row = some.rows === undefined ? i : some.rows[i];
    loss += (weights?.[row] ?? 1) * (y[row] - baseScore) ** 2;
  }
  if (!(loss > largestFloat)) return [];
  const message = `y is too large: the squares of its distances from baseScore add up to ${loss.toPrecision(3)}, above the ${largestFloat.toPrecision(3)} that gains can hold; divide y by a number`;
  return [{ rule: 'too-large', message, path: 'y', value: loss }];
}

export function weightFaults(weights: ArrayLike<number>, rows: number): Fault[] {
  if (weights.length !== rows) return [lengthFault('weights', weights.length, rows)];
  for (let row = 0; row < rows; row++) {
    const value = weights[row];
    if (!(isFloat(value) && value >= 0))
      return [valueFault('weights', row, value, 'a finite number of at least 0')];
  }
  return [];
}

/** What gains and hessians of all rows add up to is held as a float32, with room for rows that are predicted badly. */
const mostWeight = 1e30;

/** The faults of what all rows weigh together; a kernel counts in float32, where less than 1e-45 is nothing. */
export function sumFaults(weights: Float32Array): Fault[] {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i];
  if (sum === 0) return [{ rule: 'no-weight', message: 'weights are 0 in every row', path: 'weights' }];
  if (sum <= mostWeight) return [];
  const message = `weights, times scalePosWeight for label 1, add up to ${sum.toPrecision(3)}, above ${mostWeight}: divide them by a number`;
  return [{ rule: 'too-large', message, path: 'weights', value: sum }];
}

function lengthFault(name: string, length: number | undefined, rows: number): Fault {
  return {
    rule: 'length',
    message: `${name} must have a number for each of the ${rows} rows: ${String(length)}`,
    path: name,
    value: length,
  };
}

function valueFault(name: string, row: number, value: number, wanted: string): Fault {
  return {
    rule: 'out-of-range',
    message: `row ${row + 1}, ${name}: ${show(value)} is not ${wanted}`,
    path: `${name}[${row}]`,
    row: row + 1,
    value,
  };
}
