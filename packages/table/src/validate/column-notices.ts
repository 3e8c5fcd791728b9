import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/is-blank.js';
import { isCode } from '../cells/is-code.js';
import { isDressedNumber } from '../cells/is-dressed-number.js';
import { looksLikeDate } from '../cells/looks-like-date.js';
import { isDated } from '../cells/parse-date.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { areMostlyNumbers, isMostly } from '../profile/is-mostly.js';
import { featureColumns } from '../schema/feature-columns.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';
import { isJudgedByKind } from './feature-kinds.js';
import { readableColumns } from './readable-columns.js';
import { isReversedLabel } from './reversed-label.js';

/** How the cells of a feature or of the label are taken that may have been meant otherwise: it is no fault. */
export interface ColumnNotice {
  column: string;
  rule: 'codes' | 'unread-dates' | 'unread-numbers' | 'reversed-label';
  message: string;
}

/**
 * What is to be said of features that are text though they look like something else: digits of which some begin with a zero,
 * and dates and numbers in a form that is not read; and of a label that is called by those who stayed.
 *
 * @throws InvalidOptionError for what is no schema.
 */
export function columnNotices(table: TableLike, schema: Schema): ColumnNotice[] {
  const features = featureColumns(table, schema);
  return readableColumns(table).flatMap((column): ColumnNotice[] => {
    const cells = readColumn(table, column);
    if (column === schema.roles.label && isReversedLabel(column, cells))
      return [{ column, rule: 'reversed-label', message: `${column}: ${ofStaying}` }];
    if (areTypedNumbers(cells) || !isJudgedByKind(column, features, schema)) return [];
    const some = firstFilled(cells);
    const code = codeAmong(cells, some, schema.decimal);
    if (code !== undefined) return [{ column, rule: 'codes', message: `${column}: ${ofCodes(code)}` }];
    const date = mostAre(some, isUnreadDate);
    if (date !== undefined) return [{ column, rule: 'unread-dates', message: `${column}: ${ofDates(date)}` }];
    const number = mostAre(some, isUnreadNumber);
    return number === undefined
      ? []
      : [{ column, rule: 'unread-numbers', message: `${column}: ${ofNumbers(number)}` }];
  });
}

const ofStaying =
  'its name speaks of customers who stayed, but 1 and yes count as left; if they stayed, turn its values round';

const ofCodes = (code: string) =>
  `${code} begins with a zero, so the column counts as codes, not as numbers; if it is numbers, write ${Number(code)}`;

const ofDates = (date: string) =>
  `${date} looks like a date in a form that is not read, so the column counts as text; write dates as 2025-01-24, a month as its first day`;

const ofNumbers = (number: string) =>
  `${number} looks like a number with signs beside it, so the column counts as text; write digits and a decimal mark alone`;

/** So many cells tell what the others look like. */
const looked = 1000;

function firstFilled(cells: ArrayLike<unknown>): unknown[] {
  const filled: unknown[] = [];
  for (let i = 0; i < cells.length && filled.length < looked; i++)
    if (!isBlank(cells[i])) filled.push(cells[i]);
  return filled;
}

/** Of a column that would be numbers without it, the first code. */
function codeAmong(
  cells: ArrayLike<unknown>,
  some: readonly unknown[],
  decimal: DecimalMark,
): string | undefined {
  if (!areMostlyNumbers(some, decimal)) return undefined;
  for (let i = 0; i < cells.length; i++) if (isCode(cells[i])) return cellText(cells[i]);
  return undefined;
}

/** Of cells most of which are of a kind, the first that is. */
function mostAre(some: readonly unknown[], isOne: (cell: unknown) => boolean): string | undefined {
  return isMostly(some, isOne) ? cellText(some.find(isOne)) : undefined;
}

const isUnreadNumber = (cell: unknown) => typeof cell === 'string' && isDressedNumber(cell);

const isUnreadDate = (cell: unknown) =>
  typeof cell === 'string' && !isDated(cell) && looksLikeDate(cell.trim());
