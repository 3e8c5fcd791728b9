import type { FeatureMatrix } from '@clv/contracts';
import type { EncodedColumn } from '../columns/encoded-columns.js';

/** What has none is a code, and is said as a number is: `zip 06834`. */
const hasLetters = /\p{L}/u;

/** A customer's value of a column as one would say it: `month-to-month contract`, `tenure 2`, `no tech support`. */
export function describeValue(column: EncodedColumn, { data, columns }: FeatureMatrix, row: number): string {
  const name = sayName(column.name);
  const value = valueOf(column, data, row * columns);
  if (value === undefined) return `${name} not known`;
  if (value === 'yes') return name;
  if (value === 'no') return `no ${name}`;
  if (typeof value === 'number') return `${name} ${sayNumber(value)}`;
  if (value.startsWith('no ')) return `${name}: ${value}`;
  return hasLetters.test(value) ? `${value} ${name}` : `${name} ${value}`;
}

/** The cell that the features encode; undefined where it was blank, or not known to the model. */
function valueOf(
  { encoding, start, end }: EncodedColumn,
  data: Float32Array,
  at: number,
): string | number | undefined {
  const first = data[at + start];
  switch (encoding.kind) {
    case 'one-hot': {
      const level = data.subarray(at + start, at + end).indexOf(1);
      return encoding.levels[level]?.toLowerCase();
    }
    case 'ordinal':
      return encoding.levels[first]?.toLowerCase();
    case 'boolean':
      return Number.isNaN(first) ? undefined : first === 1 ? 'yes' : 'no';
    case 'date':
      return Number.isNaN(first) ? undefined : `${sayNumber(first)} months since`;
    case 'number':
      return Number.isNaN(first) ? undefined : first;
  }
}

/** `MonthlyCharges` and `monthly_charges` are both said `monthly charges`. */
function sayName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Four digits are as exact as anyone says it; float32 holds seven. */
function sayNumber(value: number): string {
  return String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 6 : 4)));
}
