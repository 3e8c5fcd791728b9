import { InvalidInputError, type Fault } from '@clv/contracts';
import {
  encodeFeatures,
  parseDate,
  readNumbers,
  readText,
  type Encoding,
  type Schema,
  type TableLike,
} from '@clv/table';
import { clamp } from '../drawing/rounding.js';

/** What kind of cells a column has. */
export type ColumnKind =
  | { column: string; kind: 'number'; decimals: number }
  /** Held as days before 1970 or after; written as ISO dates. */
  | { column: string; kind: 'date' }
  | { column: string; kind: 'level'; levels: string[] };

/** A column as numbers: values, days or places among the levels; NaN is blank. */
export interface Cells {
  kind: ColumnKind;
  values: Float64Array;
}

/** A level that fewer customers share could name one of them: it is taken as blank. */
const fewestCustomers = 5;
const millisecondsPerDay = 86_400_000;

/** Every column that plays a part, but id and label; and those left out: free text, identifiers, constants. */
export function readCells(
  table: TableLike,
  schema: Schema,
): { cells: Cells[]; leftOut: Encoding['leftOut'] } {
  const { price, margin, tenure, sensitivity, segment_features = [], features } = schema.roles;
  const { encoding } = encodeFeatures(table, schema);
  const parts = [price, margin, tenure, sensitivity, ...segment_features].filter(
    (name) => name !== undefined,
  );
  const names = [...new Set([...encoding.columns.map(({ column }) => column), ...parts])];
  const known =
    features === undefined ? encoding : encodeFeatures(table, withFeatures(schema, names)).encoding;
  const cells = known.columns.map(({ column, kind }): Cells => {
    if (kind === 'number') return numberCells(column, readFinite(table, column, schema));
    const text = readText(table, column);
    if (kind === 'date') return dateCells(column, text);
    const numeric = kind === 'boolean' && text.every((cell) => cell === '' || cell === '0' || cell === '1');
    return numeric ? numberCells(column, readFinite(table, column, schema)) : levelCells(column, text);
  });
  return { cells, leftOut: encoding.leftOut };
}

const withFeatures = (schema: Schema, features: string[]): Schema => ({
  ...schema,
  roles: { ...schema.roles, features, exclude: [] },
});

/** @throws InvalidInputError with every cell that is infinite, from which nothing can be drawn. */
function readFinite(table: TableLike, column: string, schema: Schema): Float64Array {
  const values = readNumbers(table, column, schema);
  const faults: Fault[] = [];
  values.forEach((value, i) => {
    if (Math.abs(value) !== Infinity) return;
    const message = `row ${i + 1}, ${column}: must be finite or blank: ${value}`;
    faults.push({ rule: 'not-finite', message, column, row: i + 1, value });
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return values;
}

/** How many decimals are kept of numbers of usual size; if the largest is tiny, as many more as it has leading zeros. */
const mostDecimals = 6;
const usualSize = 1e-3;

function numberCells(column: string, values: Float64Array): Cells {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
  const zeros = largest > 0 ? Math.max(0, Math.ceil(Math.log10(usualSize / largest))) : 0;
  const most = Math.min(100, mostDecimals + zeros);
  const near = 1e-9 / 10 ** zeros;
  let decimals = 0;
  for (const value of values)
    while (decimals < most && Math.abs(value - Number(value.toFixed(decimals))) > near) decimals++;
  return { kind: { column, kind: 'number', decimals }, values };
}

function dateCells(column: string, text: readonly string[]): Cells {
  const values = Float64Array.from(text, (cell) => Math.floor(parseDate(cell) / millisecondsPerDay));
  return { kind: { column, kind: 'date' }, values };
}

function levelCells(column: string, text: readonly string[]): Cells {
  const count = new Map<string, number>();
  for (const cell of text) count.set(cell, (count.get(cell) ?? 0) + 1);
  const levels = [...count.keys()]
    .filter((level) => level !== '' && count.get(level)! >= fewestCustomers)
    .sort();
  const placeOf = new Map(levels.map((level, place) => [level, place]));
  return {
    kind: { column, kind: 'level', levels },
    values: Float64Array.from(text, (cell) => placeOf.get(cell) ?? NaN),
  };
}

/** What a reader of the table sees in place of the number. */
export function cellOf(kind: ColumnKind, value: number): number | string {
  if (kind.kind === 'number') return Number.isNaN(value) ? NaN : Number(value.toFixed(kind.decimals));
  if (Number.isNaN(value)) return '';
  if (kind.kind === 'level') return kind.levels[value];
  const days = clamp(Math.round(value), -1e6, 1e6);
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}
