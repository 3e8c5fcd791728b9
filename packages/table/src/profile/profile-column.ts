import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { cellText } from '../cells/cell-text.js';
import { type CodedCells, codesOf } from '../cells/coded-cells.js';
import { holdsCodes } from '../cells/is-code.js';
import { isDated } from '../cells/parse-date.js';
import { yesNoPairs } from '../cells/parse-yes-no.js';
import type { DecimalMark } from '../cells/parse-number.js';
import { areMostlyNumbers, isMostly } from './is-mostly.js';
import { latestDate } from './latest-date.js';

/** What the cells of a column are; `blank` where there are none. */
export type ColumnKind = 'number' | 'boolean' | 'date' | 'text' | 'blank';

export interface ColumnProfile {
  kind: ColumnKind;
  /** Of text and booleans, how often each value occurs, in order of appearance. */
  levels: Map<string, number>;
}

/**
 * What the cells of a column are. Numbers and dates may be typed or written as text, and one cell in twenty may be odd;
 * booleans are typed, or words of one pair such as yes and no. A `Date` of no moment says that its column holds dates, and a
 * leading zero as of 06834 that its column holds codes, which are text.
 */
export function profileColumn(cells: ArrayLike<unknown>, decimal: DecimalMark): ColumnProfile {
  const measured = measuredKind(cells, decimal);
  if (measured !== undefined) return { kind: measured, levels: new Map() };
  const levels = countLevels(cells);
  if (levels.size === 0) return { kind: 'blank', levels };
  return { kind: areBooleans(levels) ? 'boolean' : 'text', levels };
}

/** The kind of a column whose cells are no levels, undefined of others: sooner told than levels are counted. */
export function measuredKind(
  cells: ArrayLike<unknown>,
  decimal: DecimalMark,
): 'number' | 'date' | 'blank' | undefined {
  if (areTypedNumbers(cells)) return areAllBlank(cells) ? 'blank' : 'number';
  if (areMostlyNumbers(cells, decimal)) return holdsCodes(cells) ? undefined : 'number';
  if (!isMostly(cells, isDated)) return undefined;
  return latestDate(cells) === undefined ? 'blank' : 'date';
}

function areAllBlank(numbers: ArrayLike<number>): boolean {
  for (let i = 0; i < numbers.length; i++) if (!Number.isNaN(numbers[i])) return false;
  return true;
}

function countLevels(cells: ArrayLike<unknown>): Map<string, number> {
  const coded = codesOf(cells);
  return coded === undefined ? countTexts(cells) : countCodes(coded);
}

/** In order of appearance, as they would be without codes. */
function countCodes({ codes, levels }: CodedCells): Map<string, number> {
  const counts = new Uint32Array(levels.length);
  const met: number[] = [];
  for (let i = 0; i < codes.length; i++) if (counts[codes[i]]++ === 0) met.push(codes[i]);
  const texts = new Map<string, number>();
  for (const code of met) {
    const level = cellText(levels[code]);
    if (level !== '') texts.set(level, (texts.get(level) ?? 0) + counts[code]);
  }
  return texts;
}

function countTexts(cells: ArrayLike<unknown>): Map<string, number> {
  // Numbers to add to: setting them in the map again would look each level up twice.
  const counts = new Map<string, { of: number }>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const known = typeof cell === 'string' ? counts.get(cell) : undefined;
    if (known) known.of++;
    else countLevel(counts, cellText(cell));
  }
  return new Map(Array.from(counts, ([level, count]) => [level, count.of]));
}

function countLevel(counts: Map<string, { of: number }>, level: string): void {
  if (level === '') return;
  const count = counts.get(level);
  if (count) count.of++;
  else counts.set(level, { of: 1 });
}

function areBooleans(levels: Map<string, number>): boolean {
  const allIn = (pair: readonly string[]) => {
    for (const level of levels.keys()) if (!pair.includes(level.toLowerCase())) return false;
    return true;
  };
  return yesNoPairs.some(allIn);
}
