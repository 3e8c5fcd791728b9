import { randomSource, type Fault } from '@clv/contracts';
import { readColumn, type FittedTable, type TableLike } from '@clv/table';
import { columnsApart, type ColumnApart } from '../columns/columns-apart.js';
import { encodedColumns, type EncodedColumn } from '../columns/encoded-columns.js';
import { groupReader, groupValues } from '../columns/value-groups.js';
import { areaUnderRoc } from '../metrics/roc-auc.js';
import { ladderOf } from '../metrics/score-ladder.js';
import { drawn, rowsWhere, selectValues } from '../rows/select-rows.js';
import { stream } from '../rows/streams.js';

/** No honest feature alone tells so well who leaves. */
const suspicious = 0.98;

/** What is not quite 1 may be a copy with a few wrong cells. */
const copy = 0.9995;

/** A column that is filled in for leavers alone is so by chance at most so rarely. */
const byChance = 1e-6;

/** This many customers are enough to show it. */
const enough = 50_000;
const groups = 64;

/**
 * The features that give the label away or name the customer: one that alone scores an AUC above 0.98, that copies the
 * label, that is filled in for leavers alone, or whose whole numbers or texts are unique per row. One fault a column, in words.
 */
export function findLeakage(
  table: TableLike,
  { matrix, encoding }: FittedTable,
  labels: Int8Array,
  seed: number,
): Fault[] {
  const random = randomSource(seed, stream.leakage);
  const known = rowsWhere(labels.length, (row) => labels[row] >= 0);
  const sample = drawn(known, enough, random);
  const churned = selectValues(labels, sample);
  return columnsApart(matrix, encodedColumns(encoding), sample).flatMap((apart): Fault[] => {
    const { column } = apart;
    if (isIdentifier(readColumn(table, column.name), column))
      return [
        fault('unique-feature', column, 'is unique per row: it names customers rather than describes them'),
      ];
    const what = givesAway(countGroups(apart, churned));
    if (what === undefined) return [];
    return [
      fault('leaking-feature', column, `${what}: is it known before a customer leaves? If not, exclude it`),
    ];
  });
}

function fault(rule: string, { name }: EncodedColumn, what: string): Fault {
  return { rule, message: `${name} ${what}`, column: name };
}

/** How many customers of a half have each value of a column, the first those for whom it is blank, and how many of them left. */
interface GroupCounts {
  churned: Uint32Array;
  all: Uint32Array;
}

function countGroups({ matrix, column }: ColumnApart, labels: Float64Array): GroupCounts[] {
  const grouping = groupValues(matrix, column, groups);
  const groupOf = groupReader(grouping, matrix, column);
  const halves = [0, 1].map(() => ({
    churned: new Uint32Array(grouping.count),
    all: new Uint32Array(grouping.count),
  }));
  for (let row = 0; row < matrix.rows; row++) {
    const half = halves[row % 2];
    const group = groupOf(row);
    half.all[group]++;
    half.churned[group] += labels[row];
  }
  return halves;
}

/** How a column gives the label away, if it does. */
function givesAway(halves: GroupCounts[]): string | undefined {
  const auc = aucAlone(halves);
  if (auc > copy) return 'copies the label';
  if (auc > suspicious) return `alone tells who leaves (AUC ${auc.toFixed(3)})`;
  return isOfLeaversAlone(halves) ? 'is filled in only for customers who left' : undefined;
}

/** Whether a column is filled in for leavers alone, if not for all of them, as the reason of leaving is. */
function isOfLeaversAlone(halves: GroupCounts[]): boolean {
  const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0);
  const total = (key: keyof GroupCounts, from: number) =>
    halves.reduce((all, half) => all + sum(half[key].subarray(from)), 0);
  const filled = total('all', 1);
  return filled === total('churned', 1) && (total('churned', 0) / total('all', 0)) ** filled < byChance;
}

/** The AUC of the churn rates of a column's values, each half of the customers judged by the rates of the other. */
function aucAlone(halves: GroupCounts[]): number {
  const steps = halves.flatMap(({ churned, all }, half) => {
    const other = halves[1 - half];
    return Array.from(all, (customers, group) => ({
      score: (other.churned[group] + 0.5) / (other.all[group] + 1),
      churned: churned[group],
      stayed: customers - churned[group],
    }));
  });
  return areaUnderRoc(ladderOf(steps));
}

/** Numbers with decimals and dates may well be all different; whole numbers and texts that are, are names. */
function isIdentifier(cells: ArrayLike<unknown>, { encoding }: EncodedColumn): boolean {
  if (encoding.kind === 'date' || encoding.kind === 'boolean') return false;
  const seen = new Set<unknown>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (encoding.kind === 'number' && !Number.isInteger(Number(cell))) return false;
    if (seen.has(cell)) return false;
    seen.add(cell);
  }
  return true;
}
