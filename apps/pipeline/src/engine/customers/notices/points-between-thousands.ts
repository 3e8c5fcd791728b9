import type { Schema } from '@clv/table';
import type { Columns } from '../../../block/block.js';

/** Of fewer numbers with a point nothing is said. */
const fewest = 30;

/** Thousands have three digits, of which the last is a zero, and so no longer seen, in one of ten. */
const leastThreeDigits = 0.75;

/** Amounts below a thousand have no point; of decimals to a thousandth, hardly any are whole. */
const leastWhole = 0.05;

/**
 * What is said of money that looks as if its points stood between thousands (437 beside 1.375), and was read as if they
 * marked decimals: it is then a thousandth of itself.
 */
export function thousandsNotices(columns: Columns, { roles, decimal }: Schema): string[] {
  if (decimal === ',') return [];
  return [roles.price, roles.margin].flatMap((column) => {
    const example = column === undefined ? undefined : exampleOf(columns[column]);
    if (example === undefined) return [];
    return [
      `${column}: ${example} was read as a decimal, but where numbers have a point three digits follow it; if it stands between thousands, write ${example.replace('.', '')}.`,
    ];
  });
}

/**
 * A number with three digits after the point, if the column looks like thousands: all are amounts below a million of which a
 * point may stand between the thousands.
 */
function exampleOf(cells: ArrayLike<unknown>): string | undefined {
  let example: string | undefined;
  let [whole, pointed, threeDigits] = [0, 0, 0];
  for (let i = 0; i < cells.length; i++) {
    const value = Number(cells[i]);
    const thousandths = Math.round(value * 1000);
    const isWhole = thousandths % 1000 === 0;
    const mayBeAmount = thousandths / 1000 === value && value < 1000 && value >= (isWhole ? 0 : 1);
    if (!mayBeAmount) return undefined;
    if (isWhole) whole++;
    else pointed++;
    if (thousandths % 10 === 0) continue;
    threeDigits++;
    example ??= String(value);
  }
  const isTelling = pointed >= fewest && threeDigits >= leastThreeDigits * pointed;
  return isTelling && whole >= leastWhole * cells.length ? example : undefined;
}
