import { parseDigits } from './parse-digits.js';

/** The mark before the decimals of a number that is written as text. */
export type DecimalMark = '.' | ',';

const grouped = {
  '.': /^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/,
  ',': /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/,
};

/** Blank text, which JavaScript reads as 0, and codes such as 0x1f, which it reads as numbers. */
const misread = /^(?:$|0[xob])/i;

const point = '.'.charCodeAt(0);
const comma = ','.charCodeAt(0);

/**
 * The number that a cell holds; NaN where it is blank or no number.
 *
 * Marks between thousands are read where they leave no doubt: `1,299.00` and `1,234,567` are numbers, `1,299` alone is
 * not, for it may be a decimal. `true` is 1 and `false` is 0. A number too large for a double is infinite.
 */
export function parseNumber(cell: unknown, decimal: DecimalMark = '.'): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return parseText(cell, decimal);
  return typeof cell === 'boolean' || typeof cell === 'bigint' ? Number(cell) : NaN;
}

function parseText(text: string, decimal: DecimalMark): number {
  const number = parseDigits(text, decimal === '.' ? point : comma);
  return Number.isNaN(number) ? parseLoosely(text.trim(), decimal) : number;
}

function parseLoosely(text: string, decimal: DecimalMark): number {
  if (misread.test(text)) return NaN;
  const thousands = decimal === '.' ? ',' : '.';
  if (grouped[decimal].test(text)) return Number(text.replaceAll(thousands, '').replace(decimal, '.'));
  return decimal === ',' && text.includes('.') ? NaN : Number(text.replace(decimal, '.'));
}
