import type { Cells } from './cells.js';
import { pearson } from './correlation.js';

/** Smaller groups are too few to learn from, and are left out. */
const fewestRows = 30;

/** Where the groups that are left out make up more than a hundredth, the rows are divided less. */
const fewestKept = 0.99;

/** A level whose correlation with a number is beyond this explains half of the number's variance. */
const telling = Math.SQRT1_2;

/** A set of rows by which others differ so much that no correlation of Gaussians can say so. */
interface Divide {
  values: Float64Array;
  /** The level that the rows of the set hold. */
  place: number;
}

/**
 * The rows in groups of the same structure. Groups are distinguished by levels of two columns that always occur together,
 * as `No` internet and `No internet service` do, and by levels that alone explain most of a number.
 */
export function findStrata(cells: readonly Cells[], rows: number): Int32Array[] {
  const divides = [...structuralLevels(cells, rows), ...tellingLevels(cells, rows)];
  for (;;) {
    const large = groupRows(divides, rows).filter((group) => group.length >= fewestRows);
    const kept = large.reduce((sum, group) => sum + group.length, 0);
    if (divides.length === 0 || kept >= fewestKept * rows) return large;
    divides.pop();
  }
}

/** The rows by which of the sets they are in. */
function groupRows(divides: readonly Divide[], rows: number): Int32Array[] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    const key = divides.map(({ values, place }) => (values[row] === place ? 1 : 0)).join('');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map((group) => Int32Array.from(group));
}

/** One of each set of levels that are held by the very same rows. */
function structuralLevels(cells: readonly Cells[], rows: number): Divide[] {
  const holders = new Map<string, Divide & { columns: number }>();
  for (const { kind, values } of cells) {
    if (kind.kind !== 'level') continue;
    const seen = new Set<string>();
    kind.levels.forEach((_, place) => {
      const key = fingerprint(values, place, rows);
      if (key === undefined || seen.has(key)) return;
      seen.add(key);
      const same = holders.get(key);
      if (same) same.columns++;
      else holders.set(key, { values, place, columns: 1 });
    });
  }
  return [...holders.values()].filter(({ columns }) => columns > 1);
}

function tellingLevels(cells: readonly Cells[], rows: number): Divide[] {
  const numbers = cells.filter(({ kind }) => kind.kind !== 'level').map(({ values }) => values);
  const divides: Divide[] = [];
  for (const { kind, values } of cells) {
    if (kind.kind !== 'level') continue;
    kind.levels.forEach((_, place) => {
      const held = values.map((value) => (value === place ? 1 : 0));
      const common = fingerprint(values, place, rows) !== undefined;
      if (common && numbers.some((number) => Math.abs(pearson(held, number)) > telling))
        divides.push({ values, place });
    });
  }
  return divides;
}

/** Identifies sets of rows; a set and its complement are the same. Undefined for sets that hardly divide the rows. */
function fingerprint(values: Float64Array, place: number, rows: number): string | undefined {
  let count = 0;
  let [first, second] = [17, 31];
  const own = values[0] === place;
  for (let row = 0; row < rows; row++) {
    if ((values[row] === place) !== own) continue;
    count++;
    first = Math.imul(first ^ row, 0x85ebca6b) + row;
    second = Math.imul(second + row, 0xc2b2ae35) ^ (second >>> 15);
  }
  const share = Math.min(count, rows - count) / rows;
  return share < 0.01 ? undefined : `${count}:${first}:${second}`;
}
