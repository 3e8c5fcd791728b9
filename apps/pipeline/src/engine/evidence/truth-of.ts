import type { CheckedOffer } from '@clv/prescribe';

import { takeRows } from '../../block/take-rows.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import type { KnownTruth } from './true-values.js';

/** The truth, which only the generator of customers knows, of all the offers; undefined where it is not known. */
export function truthOf(
  { truth, prescribed: rows, price, margin }: CheckedCustomers,
  offers: readonly CheckedOffer[],
): KnownTruth | undefined {
  if (truth === undefined) return undefined;
  const stay = offers.map(({ id }) => truth.pStay.get(id)).filter((column) => column !== undefined);
  if (stay.length < offers.length) return undefined;
  return {
    pChurn: takeRows(truth.pChurn, rows),
    pStay: stay.map((column) => takeRows(column, rows)),
    price: takeRows(price, rows),
    margin: takeRows(margin, rows),
  };
}
