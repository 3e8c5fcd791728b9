import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { cellText } from '../cells/cell-text.js';
import { isBlank } from '../cells/is-blank.js';
import { isCode } from '../cells/is-code.js';
import { isDressedNumber } from '../cells/is-dressed-number.js';
import { looksLikeDate } from '../cells/looks-like-date.js';
import { isDated } from '../cells/parse-date.js';
import { type DecimalMark, parseNumber } from '../cells/parse-number.js';
import { quote } from '../cells/quote.js';
import { areMostlyNumbers, isMostly } from '../profile/is-mostly.js';
import { manyLevels } from '../profile/many-levels.js';

/** What the cells of a column of text look like that may have been meant for something else. */
export interface UnreadCells {
  rule: 'codes' | 'unread-dates' | 'unread-numbers' | 'text-among-numbers';
  says: string;
}

/** Of a column that counts as text: whether it looks like codes, or like dates or numbers that are not read as such. */
export function unreadCells(cells: ArrayLike<unknown>, decimal: DecimalMark): UnreadCells | undefined {
  if (areTypedNumbers(cells)) return undefined;
  const some = someFilled(cells);
  const code = codeAmong(cells, some, decimal);
  if (code !== undefined) return { rule: 'codes', says: ofCodes(code) };
  const date = mostAre(some, isUnreadDate);
  if (date !== undefined) return { rule: 'unread-dates', says: ofDates(date) };
  const number = mostAre(some, isUnreadNumber);
  if (number !== undefined) return { rule: 'unread-numbers', says: ofNumbers(number) };
  const word = wordAmongNumbers(some, decimal);
  return word === undefined ? undefined : { rule: 'text-among-numbers', says: ofWords(word) };
}

const ofCodes = (code: string) =>
  `${code} begins with a zero, so the column counts as codes, not as numbers; if it is numbers, write ${Number(code)}`;

const ofDates = (date: string) =>
  `${date} looks like a date in a form that is not read, so the column counts as text; write dates as 2025-01-24, a month as its first day`;

const ofNumbers = (number: string) =>
  `${number} looks like a number with signs beside it, so the column counts as text; write digits and a decimal mark alone`;

const ofWords = (word: string) =>
  `${word} stands among its numbers, so the column counts as text; leave a cell blank where its number is not known`;

/** So many cells tell what the others look like. */
const looked = 1000;

/** Enough of them, where not nearly all cells are blank. */
const enough = 100;

/** Those that are filled of cells at equal distances, as a table may be sorted by what is odd in it; of few, the first. */
function someFilled(cells: ArrayLike<unknown>): unknown[] {
  const step = Math.max(1, Math.floor(cells.length / looked));
  const filled: unknown[] = [];
  for (let i = 0; i < cells.length; i += step) if (!isBlank(cells[i])) filled.push(cells[i]);
  return filled.length < enough ? firstFilled(cells) : filled;
}

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

/** So many different texts stand for a number that is not known; more are codes, or sizes with their units. */
const mostWords = 5;

/** The first text in a column of many numbers, where it is too often text to count as numbers. */
function wordAmongNumbers(some: readonly unknown[], decimal: DecimalMark): string | undefined {
  const isNumber = (cell: unknown) => typeof cell !== 'boolean' && !Number.isNaN(parseNumber(cell, decimal));
  const numbers = some.filter(isNumber);
  if (numbers.length <= some.length / 2 || new Set(numbers.map(cellText)).size < manyLevels) return undefined;
  if (areMostlyNumbers(some, decimal)) return undefined;
  const words = new Set(some.filter((cell) => !isNumber(cell)).map(cellText));
  return words.size > mostWords ? undefined : quote([...words][0]);
}
