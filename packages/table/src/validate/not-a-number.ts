import { parseNumber, type DecimalMark } from '../cells/parse-number.js';

/** Signs and codes of currencies, and the spaces around and within amounts. */
const ornaments = /\p{Sc}|\b[A-Z]{3}\b|[\s\u00a0\u202f'’]/gu;

/** What is wrong with a cell that should be a number, and what would be right where that is plain. */
export function notANumber(cell: unknown, decimal: DecimalMark): string {
  const wrong = 'is not a number';
  if (typeof cell !== 'string') return wrong;
  const bare = cell.replace(ornaments, '');
  if (oneGroup.test(bare))
    return `${wrong}: write it as ${bare.replace(/[.,]/, '')} or ${bare.replace(/[.,]/, decimal)}, whichever it is`;
  if (!Number.isNaN(parseNumber(bare, decimal))) return `${wrong}: write it as ${bare}`;
  const other = decimal === '.' ? ',' : '.';
  const number = parseNumber(bare, other);
  if (Number.isNaN(number)) return wrong;
  if (bare === cell) return `${wrong} where ${decimal} marks decimals (decimal: "${other}" would read it)`;
  return `${wrong}: write it as ${String(number).replace('.', decimal)}`;
}

/** What is before the mark and after it tells thousands as well as decimals. */
const oneGroup = /^[+-]?\d{1,3}[.,]\d{3}$/;
