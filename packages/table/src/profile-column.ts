import { cellText } from './cell-text.js';
import { isBlank } from './is-blank.js';
import { labelPairs } from './parse-label.js';
import { parseDate } from './parse-date.js';
import { parseNumber, type DecimalMark } from './parse-number.js';

/** What the cells of a column are; `blank` where there are none. */
export type ColumnKind = 'number' | 'boolean' | 'date' | 'text' | 'blank';

export interface ColumnProfile {
  kind: ColumnKind;
  /** How many cells are not blank. */
  filled: number;
  /** Of text and booleans, how often each value occurs, in order of appearance. */
  levels: Map<string, number>;
}

/** A column is of a kind when at least this share of its filled cells is. */
const enough = 0.95;
const sampled = 200;

/**
 * What the cells of a column are. Numbers and dates may be typed or written as text, and one cell in twenty may be odd;
 * booleans are typed, or words of one pair such as yes and no.
 */
export function profileColumn(cells: ArrayLike<unknown>, decimal: DecimalMark): ColumnProfile {
  const isNumber = (cell: unknown) => typeof cell !== 'boolean' && !Number.isNaN(parseNumber(cell, decimal));
  const isDate = (cell: unknown) => !Number.isNaN(parseDate(cell));
  const sample = sampleFilled(cells);
  for (const [kind, is] of [
    ['number', isNumber],
    ['date', isDate],
  ] as const) {
    if (sample.filter(is).length < sample.length / 2 || sample.length === 0) continue;
    const { filled, fitting } = countFitting(cells, is);
    if (fitting >= filled * enough) return { kind, filled, levels: new Map() };
  }
  return profileLevels(cells, isNumber, isDate);
}

function sampleFilled(cells: ArrayLike<unknown>): unknown[] {
  const sample: unknown[] = [];
  for (let i = 0; i < cells.length && sample.length < sampled; i++)
    if (!isBlank(cells[i])) sample.push(cells[i]);
  return sample;
}

function countFitting(cells: ArrayLike<unknown>, is: (cell: unknown) => boolean) {
  let filled = 0;
  let fitting = 0;
  for (let i = 0; i < cells.length; i++) {
    if (is(cells[i])) fitting++;
    else if (isBlank(cells[i])) continue;
    filled++;
  }
  return { filled, fitting };
}

/** The sample looked like text; the whole column decides. */
function profileLevels(
  cells: ArrayLike<unknown>,
  isNumber: (cell: unknown) => boolean,
  isDate: (cell: unknown) => boolean,
): ColumnProfile {
  const levels = countLevels(cells);
  let filled = 0;
  let numbers = 0;
  let dates = 0;
  for (const [level, count] of levels) {
    filled += count;
    if (isNumber(level)) numbers += count;
    else if (isDate(level)) dates += count;
  }
  if (filled === 0) return { kind: 'blank', filled, levels };
  if (numbers >= filled * enough) return { kind: 'number', filled, levels: new Map() };
  if (dates >= filled * enough) return { kind: 'date', filled, levels: new Map() };
  return { kind: areBooleans(levels) ? 'boolean' : 'text', filled, levels };
}

function countLevels(cells: ArrayLike<unknown>): Map<string, number> {
  const levels = new Map<string, number>();
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    const level = typeof cell === 'string' && levels.has(cell) ? cell : cellText(cell);
    if (level !== '') levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  return levels;
}

function areBooleans(levels: Map<string, number>): boolean {
  const allIn = (pair: readonly string[]) => {
    for (const level of levels.keys()) if (!pair.includes(level.toLowerCase())) return false;
    return true;
  };
  return labelPairs.some(allIn);
}
