import { cellText } from '../cells/cell-text.js';
import { ofEachCell } from '../cells/coded-cells.js';
import { isBlank } from '../cells/is-blank.js';
import { parseDate } from '../cells/parse-date.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { readLabels } from '../read/read-labels.js';
import { featureColumns } from '../schema/feature-columns.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';

/** A feature that gives the label away: a reason of leaving, a second churn flag, a closing date. */
export interface LabelCopy {
  column: string;
  /** The best balanced accuracy with which this column alone tells who left, in [0.99, 1]. */
  accuracy: number;
}

/** No honest feature comes near; a copy with a few wrong cells still passes. */
const copies = 0.99;
const mostLevels = 1000;
const rowsALevel = 2;
const rowsForThreshold = 10;

/**
 * The features that copy the label: one of them alone separates those who left from those who stayed. Looked at are the best
 * split of levels (at most 1000, and half the rows of each class), of blank against filled, and of numbers or dates at one
 * threshold (from 10 rows of each class on). The accuracy is (1 + d) / 2, where d is the total variation distance of the two
 * groups' levels, or the Kolmogorov-Smirnov distance of their numbers.
 *
 * @throws InvalidInputError where the schema has no label, or one of its cells is not a label.
 */
export function findLabelCopies(table: TableLike, schema: Schema): LabelCopy[] {
  return copiesAmong(featureColumns(table, schema), table, readLabels(table, schema), schema.decimal);
}

/** Those of some columns that copy the labels, which are 1, 0, or -1 where a row is not to be looked at. */
export function copiesAmong(
  columns: readonly string[],
  table: TableLike,
  labels: Int8Array,
  decimal: DecimalMark,
): LabelCopy[] {
  return columns.flatMap((column) => {
    const distance = greatestDistance(readColumn(table, column), labels, decimal);
    const accuracy = (1 + distance) / 2;
    return accuracy >= copies ? [{ column, accuracy }] : [];
  });
}

function greatestDistance(cells: ArrayLike<unknown>, labels: Int8Array, decimal: DecimalMark): number {
  const blanks = levelDistance(cells, labels, (cell) => (isBlank(cell) ? 'blank' : 'filled')) ?? 0;
  const values = levelDistance(cells, labels, cellText) ?? thresholdDistance(cells, labels, decimal);
  return Math.max(blanks, values);
}

/** The total variation distance between the classes' levels; undefined where levels are too many, or rows too few, to say. */
function levelDistance(
  cells: ArrayLike<unknown>,
  labels: Int8Array,
  levelOf: (cell: unknown) => string,
): number | undefined {
  const levelAt = ofEachCell(cells, levelOf);
  const counts = new Map<string, [stayed: number, left: number]>();
  const totals = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < 0) continue;
    const level = levelAt(i);
    let count = counts.get(level);
    if (!count) counts.set(level, (count = [0, 0]));
    if (counts.size > mostLevels) return undefined;
    count[labels[i]]++;
    totals[labels[i]]++;
  }
  if (Math.min(...totals) < rowsALevel * counts.size) return undefined;
  const [stayers, leavers] = totals;
  let gaps = 0;
  for (const [stayed, left] of counts.values()) gaps += Math.abs(stayed * leavers - left * stayers);
  return gaps / (2 * stayers * leavers);
}

/** The Kolmogorov-Smirnov distance between the classes' numbers or dates; blanks are passed over. */
function thresholdDistance(cells: ArrayLike<unknown>, labels: Int8Array, decimal: DecimalMark): number {
  const sides: [number[], number[]] = [[], []];
  for (let i = 0; i < labels.length; i++) {
    const number = parseNumber(cells[i], decimal);
    const value = Number.isNaN(number) ? parseDate(cells[i]) : number;
    if (labels[i] >= 0 && !Number.isNaN(value)) sides[labels[i]].push(value);
  }
  const [stayed, left] = sides.map((side) => Float64Array.from(side).sort());
  if (Math.min(stayed.length, left.length) < rowsForThreshold) return 0;
  let distance = 0;
  for (let i = 0, j = 0; i < stayed.length && j < left.length;) {
    const value = Math.min(stayed[i], left[j]);
    while (i < stayed.length && stayed[i] === value) i++;
    while (j < left.length && left[j] === value) j++;
    distance = Math.max(distance, Math.abs(i / stayed.length - j / left.length));
  }
  return distance;
}
