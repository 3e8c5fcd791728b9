import { parseNumber, type DecimalMark } from './parse-number.js';

/** What people write beside a number: a currency, a percent, spaces between thousands, or brackets where it is below zero. */
const signs =
  /^[-+\u2212(]?\s*(?:\p{Sc}|eur|usd|gbp|chf|brl)\s*|\s*(?:\p{Sc}|%|eur|usd|gbp|chf|brl|\))+$|^[(\u2212]/giu;
const marks: readonly DecimalMark[] = ['.', ','];
const spaces = /(?<=\d)[ \u00a0\u202f'’](?=\d{3})/g;

/** Whether text is a number but for what stands beside or within it, by either decimal mark. */
export function isDressedNumber(text: string): boolean {
  const bare = text.trim().replace(signs, '').replace(spaces, '').trim();
  if (bare === text.trim() || !/^\d/.test(bare)) return false;
  return marks.some((mark) => !Number.isNaN(parseNumber(bare, mark)));
}
