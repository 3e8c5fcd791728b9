/** The mark before the decimals of a number that is written as text. */
export type DecimalMark = '.' | ',';

const grouped = {
  '.': /^[+-]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/,
  ',': /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/,
};

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
  if (text.length === 0) return NaN;
  if (text.charCodeAt(0) <= 32 || text.charCodeAt(0) === 0xa0) return parseText(text.trim(), decimal);
  if (decimal === ',') return parseCommaText(text);
  const number = Number(text);
  if (Number.isNaN(number)) return grouped['.'].test(text) ? Number(text.replaceAll(',', '')) : NaN;
  return isRadixLetter(text.charCodeAt(1)) || text.charCodeAt(0) === 0xfeff ? NaN : number;
}

function parseCommaText(text: string): number {
  if (grouped[','].test(text)) return parseText(text.replaceAll('.', '').replace(',', '.'), '.');
  return text.includes('.') ? NaN : parseText(text.replace(',', '.'), '.');
}

/** JavaScript reads 0x1f, 0o17 and 0b11 as numbers; in a table they are codes. */
function isRadixLetter(code: number): boolean {
  const lower = code | 32;
  return lower === 120 || lower === 111 || lower === 98;
}
