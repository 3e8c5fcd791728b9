import { areTypedNumbers } from '../cells/are-typed-numbers.js';
import { cellText } from '../cells/cell-text.js';
import { ofEachCell } from '../cells/coded-cells.js';
import { isBlank } from '../cells/is-blank.js';
import { monthLength, parseDate } from '../cells/parse-date.js';
import { parseYesNo } from '../cells/parse-yes-no.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import type { ColumnEncoding } from './encoding.js';

/** Row-major features under construction. */
export interface Features {
  data: Float32Array;
  width: number;
}

/** Writes the features of rows from `start` to before `end`; returns how many filled cells it did not know. */
export type ColumnWriter = (start: number, end: number) => number;

/** What writes one column's features, the first of them at `offset` of each row. */
export function columnWriter(
  encoding: ColumnEncoding,
  cells: ArrayLike<unknown>,
  decimal: DecimalMark,
  features: Features,
  offset: number,
): ColumnWriter {
  switch (encoding.kind) {
    case 'number':
      if (areTypedNumbers(cells)) return numberWriter(cells, features, offset);
      return valueWriter(cells, (cell) => parseNumber(cell, decimal), features, offset);
    case 'boolean':
      return valueWriter(cells, booleanReader(), features, offset);
    case 'date': {
      const snapshot = parseDate(encoding.snapshot);
      return valueWriter(cells, (cell) => (snapshot - parseDate(cell)) / monthLength, features, offset);
    }
    case 'ordinal': {
      const rankOf = levelReader(encoding.levels);
      return valueWriter(cells, (cell) => rankOf(cell) ?? NaN, features, offset);
    }
    case 'one-hot':
      return oneHotWriter(cells, encoding.levels, features, offset);
  }
}

/** Of numbers there is none that is not known but those beyond float32. */
function numberWriter(cells: ArrayLike<number>, { data, width }: Features, offset: number): ColumnWriter {
  return (start, end) => {
    let unseen = 0;
    for (let row = start, at = start * width + offset; row < end; row++, at += width) {
      const value = Math.fround(cells[row]);
      if (Math.abs(value) < Infinity) data[at] = value;
      else {
        data[at] = NaN;
        if (!Number.isNaN(cells[row])) unseen++;
      }
    }
    return unseen;
  };
}

function valueWriter(
  cells: ArrayLike<unknown>,
  valueOf: (cell: unknown) => number,
  { data, width }: Features,
  offset: number,
): ColumnWriter {
  const valueAt = ofEachCell(cells, valueOf);
  return (start, end) => {
    let unseen = 0;
    for (let row = start, at = start * width + offset; row < end; row++, at += width) {
      data[at] = valueAt(row);
      if (Math.abs(data[at]) < Infinity) continue;
      data[at] = NaN;
      if (!isBlank(cells[row])) unseen++;
    }
    return unseen;
  };
}

function oneHotWriter(
  cells: ArrayLike<unknown>,
  levels: readonly string[],
  { data, width }: Features,
  offset: number,
): ColumnWriter {
  const rankAt = ofEachCell(cells, levelReader(levels));
  return (start, end) => {
    let unseen = 0;
    for (let row = start, at = start * width + offset; row < end; row++, at += width) {
      const rank = rankAt(row);
      if (rank !== undefined) data[at + rank] = 1;
      else {
        data.fill(NaN, at, at + levels.length);
        if (!isBlank(cells[row])) unseen++;
      }
    }
    return unseen;
  };
}

/** Remembers the spellings that it has met, which are few. */
function booleanReader(): (cell: unknown) => number {
  const met = new Map<unknown, number>();
  return (cell) => met.get(cell) ?? remember(cell);

  function remember(cell: unknown): number {
    const label = parseYesNo(cell);
    if (label === undefined || label === -1) return NaN;
    met.set(cell, label);
    return label;
  }
}

/** The rank of the level that a cell holds; undefined where it is blank or unseen. */
function levelReader(levels: readonly string[]): (cell: unknown) => number | undefined {
  const ranks = new Map<unknown, number>(levels.map((level, rank) => [level, rank]));
  return (cell) => ranks.get(cell) ?? ranks.get(cellText(cell));
}
