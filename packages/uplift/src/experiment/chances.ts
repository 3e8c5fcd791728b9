import type { Fault } from '@clv/contracts';
import { readNumbers, type DecimalMark, type TableLike } from '@clv/table';

/** What is known of the chance of getting what was got: a column, or a chance for each offer and for none. */
interface KnownChances {
  propensity?: string | Record<string, number>;
  decimal?: DecimalMark;
}

/** The chance that each of these rows had of getting what it got; NaN where none is given. */
export function readChances(
  table: TableLike,
  { propensity, decimal }: KnownChances,
  got: readonly string[],
  rows: Int32Array,
): Float64Array {
  if (typeof propensity === 'string') {
    const chances = readNumbers(table, propensity, { decimal });
    return Float64Array.from(rows, (row) => chances[row]);
  }
  const chanceOf = new Map(Object.entries(propensity!));
  return Float64Array.from(rows, (row) => chanceOf.get(got[row]) ?? NaN);
}

/** Every chance that cannot be: of a column by its row, of an offer's own by the offer. */
export function faultsOfChances(
  chances: Float64Array,
  rows: Int32Array,
  { propensity }: KnownChances,
  arms: readonly string[],
): Fault[] {
  if (typeof propensity !== 'string') return faultsOfOffers(propensity!, arms);
  return [...chances].flatMap((value, i) => {
    if (isChance(value)) return [];
    const row = rows[i] + 1;
    const message = `row ${row}, propensity: ${mustBe(value)}`;
    return [{ rule: 'no-overlap', message, column: propensity, row, value }];
  });
}

/** Chances written with few decimals may add up to a little more than 1. */
const rounding = 0.01;

function faultsOfOffers(propensity: Record<string, number>, arms: readonly string[]): Fault[] {
  const given = new Map(Object.entries(propensity));
  const faults = arms.flatMap((offer): Fault[] => {
    const value = given.get(offer);
    if (value === undefined) {
      const message = `propensity: gives no chance of ${offer}; it names ${[...given.keys()].join(', ') || 'none at all'}`;
      return [{ rule: 'no-propensity', message, offer }];
    }
    if (isChance(value)) return [];
    return [{ rule: 'no-overlap', message: `propensity of ${offer}: ${mustBe(value)}`, offer, value }];
  });
  const sum = [...given.values()].reduce((total, chance) => total + chance, 0);
  if (faults.length > 0 || sum <= 1 + rounding) return faults;
  const message = `propensity: a customer gets one of the offers or none, and the chances of these add up to ${sum}`;
  return [{ rule: 'no-overlap', message, value: sum }];
}

const isChance = (value: number) => typeof value === 'number' && value > 0 && value < 1;

const mustBe = (value: number) => `must be above 0 and below 1: ${String(value)}`;
