import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { readColumn, type TableLike } from '../table-like.js';
import { isMostly } from './is-mostly.js';

const ofHundred = /%|(^|[_ ])(pct|percent)/i;

/**
 * Whether a margin is made of shares of the price, and not of money: its name has a percent sign, or hardly any of its numbers
 * is above 1, though most prices are.
 */
export function holdsShares(table: TableLike, margin: string, price: string, decimal: DecimalMark): boolean {
  if (ofHundred.test(margin)) return true;
  const isShare = (cell: unknown) => parseNumber(cell, decimal) >= 0 && parseNumber(cell, decimal) <= 1;
  const isAmount = (cell: unknown) => parseNumber(cell, decimal) > 1;
  return isMostly(readColumn(table, margin), isShare) && isMostly(readColumn(table, price), isAmount);
}
