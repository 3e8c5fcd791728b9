import { checkOptions, InvalidInputError, shapes } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import type { ChurnModel } from '../churn-model.js';
import { encodeForModel } from '../columns/encode-for-model.js';
import { everyRow, selectRows } from '../rows/select-rows.js';
import { columnContributions } from './column-contributions.js';
import { describeValue } from './describe-value.js';

/** One column's part in a customer's chance of leaving. */
export interface Reason {
  column: string;
  /** The customer's value in words: `month-to-month contract`. */
  value: string;
  /** What it adds to the chance of leaving, in percentage points; negative where it keeps the customer. */
  points: number;
  /** Both in one: `month-to-month contract: +14 points`. */
  text: string;
}

/** Why a customer's probability is what it is: `100 * base + points of all reasons + rest = 100 * probability`. */
export interface ChurnExplanation {
  /** The row of the table, counted from 0. */
  row: number;
  /** By the model; for customers whom it has seen, their held-out probability may differ. */
  probability: number;
  /** The chance of leaving that explanations start from: an average customer's. */
  base: number;
  /** The strongest first, whichever way they work. */
  reasons: Reason[];
  /** What all other columns add together, in percentage points. */
  rest: number;
}

/** Whom to explain, and in how many reasons. */
export interface ExplainOptions {
  /** How many reasons a customer gets (default 3); the others are added up in `rest`. */
  top?: number;
  /** Which rows of the table to explain, counted from 0 (default: all). */
  rows?: ArrayLike<number>;
}

/**
 * Why customers are expected to leave or to stay, in words and percentage points that add up to their probability
 * (exact TreeSHAP; Lundberg, Erion and Lee 2018).
 *
 * @throws InvalidInputError where `top` or a row is out of range, UnknownColumnError where the table lacks a column,
 *   InvalidOptionError for an unknown option.
 */
export async function explainChurn(
  model: ChurnModel,
  table: TableLike,
  options: ExplainOptions = {},
): Promise<ChurnExplanation[]> {
  checkOptions(options, { top: () => undefined, rows: shapes.numbers });
  const { top = 3, rows } = options;
  const { matrix } = encodeForModel(model, table);
  checkRange(top, rows ?? [], matrix.rows);
  const chosen = rows ? Uint32Array.from(rows) : everyRow(matrix.rows);
  const some = selectRows(matrix, chosen);
  const { columns, base, probabilities, values } = await columnContributions(model, some);
  return Array.from(chosen, (row, i) => {
    const own = values.subarray(i * columns.length, (i + 1) * columns.length);
    const strongest = columns.map((_, column) => column).sort((a, b) => Math.abs(own[b]) - Math.abs(own[a]));
    const reasons = strongest.slice(0, top).map((column): Reason => {
      const value = describeValue(columns[column], some, i);
      const points = 100 * own[column];
      return { column: columns[column].name, value, points, text: `${value}: ${sayPoints(points)}` };
    });
    const rest = strongest.slice(top).reduce((sum, column) => sum + 100 * own[column], 0);
    return { row, probability: probabilities[i], base, reasons, rest };
  });
}

function sayPoints(points: number): string {
  const rounded = Math.abs(points) < 0.95 ? Math.abs(points).toFixed(1) : Math.abs(points).toFixed(0);
  return `${points < 0 ? '\u2212' : '+'}${rounded} ${rounded === '1' ? 'point' : 'points'}`;
}

function checkRange(top: number, rows: ArrayLike<number>, count: number): void {
  const faults = Array.from(rows)
    .filter((row) => !(Number.isInteger(row) && row >= 0 && row < count))
    .map((row) => ({
      rule: 'out-of-range',
      message: `rows must be whole numbers from 0 to ${count - 1}: ${String(row)}`,
      path: 'rows',
      value: row,
    }));
  if (!(Number.isInteger(top) && top >= 0))
    faults.push({
      rule: 'out-of-range',
      message: `top must be a whole number of at least 0: ${String(top)}`,
      path: 'top',
      value: top,
    });
  if (faults.length > 0) throw new InvalidInputError(faults);
}
