import { checkArgument, InvalidOptionError, shapes } from '@clv/contracts';
import type { CheckedOffer } from '../offers/offer.js';
import { billedMonthsOf } from './billed-months.js';
import type { ExpectedValues } from './expected-values.js';
import type { CustomerInputs } from './inputs.js';

/**
 * How much each gain is off where its effect is one standard error above the estimate: a customer more who stays brings
 * `clv` and is paid the discount, so that where the discount is worth more it is below 0. Customers x offers, row-major,
 * in money; all 0 where no `effectError` is given.
 */
export function gainPerError(inputs: CustomerInputs, offers: readonly CheckedOffer[]): Float64Array {
  const { clv, price, effectError } = inputs;
  const width = offers.length;
  const off = new Float64Array(clv.length * width);
  if (!effectError) return off;
  for (let a = 1; a < width; a++) {
    const { redemption, discount } = offers[a];
    const { months, stride, offset } = billedMonthsOf(inputs, offers, a);
    for (let i = 0; i < clv.length; i++) {
      const paid = redemption * discount * price[i] * months[i * stride + offset];
      off[i * width + a] = effectError[i * width + a] * (clv[i] - paid);
    }
  }
  return off;
}

const { finite, listOf, number, numbers, record } = shapes;
export const aversion = number('a number of at least 0', (value) => value >= 0 && value < Infinity);
const gainsShape = record({
  gain: numbers,
  offers: listOf(record({ months: finite, discount: finite, redemption: finite })),
});
const columnsShape = record(
  { pChurn: numbers, clv: numbers, price: numbers },
  { effectError: numbers, billedMonths: numbers },
);

/** @throws {InvalidOptionError} for columns of another length than `pChurn`, or matrices of another than customers x offers. */
function checkSizes(
  { pChurn, clv, price, effectError }: CustomerInputs,
  { gain, offers }: Pick<ExpectedValues, 'gain' | 'offers'>,
): void {
  const customers = pChurn.length;
  const columns = { clv, price };
  const matrices = { 'values.gain': gain, ...(effectError && { effectError }) };
  const check = (named: Record<string, ArrayLike<number>>, size: number) => {
    for (const [name, { length }] of Object.entries(named))
      if (length !== size)
        throw new InvalidOptionError(name, `${name} has ${length} values, expected ${size}`);
  };
  check(columns, customers);
  check(matrices, customers * offers.length);
}

/**
 * The gains that a cautious policy counts with: each lowered by `riskAversion` of its standard errors. Customers x
 * offers, row-major, in money; `values.gain` itself where the risk aversion is 0.
 */
export function cautiousGain(
  inputs: CustomerInputs,
  values: Pick<ExpectedValues, 'gain' | 'offers'>,
  riskAversion: number,
): Float64Array {
  checkArgument('inputs', inputs, columnsShape);
  checkArgument('values', values, gainsShape);
  checkArgument('riskAversion', riskAversion, aversion);
  const { gain, offers } = values;
  checkSizes(inputs, values);
  if (riskAversion === 0) return gain;
  return gainPerError(inputs, offers).map((off, at) => gain[at] - riskAversion * Math.abs(off));
}
