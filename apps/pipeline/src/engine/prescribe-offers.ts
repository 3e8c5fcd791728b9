import { type Offer, type Prescription, checkOffers, prescribe } from '@clv/prescribe';

import type { Config } from '../config/config.js';
import type { CheckedCustomers } from './check-customers.js';
import type { CustomerValue } from './value-customers.js';

/** The best offer for each prescribed customer, in their order. */
export function prescribeOffers(
  customers: CheckedCustomers,
  pChurn: Float64Array,
  value: CustomerValue,
  config: Config,
): Prescription {
  const rows = customers.prescribed;
  const offers = checkOffers(config.offers.map((offer) => ({ months: config.horizon_months, ...offer })));
  const taken = (numbers: Float64Array) => Float64Array.from(rows, (row) => numbers[row]);
  return prescribe(
    {
      pChurn: taken(pChurn),
      clv: taken(value.clv),
      price: taken(customers.price),
      sensitivity: customers.sensitivity && taken(customers.sensitivity),
      billedMonths: billedMonths(rows, offers, value),
    },
    { offers, budget: config.budget ?? undefined, budgetBasis: config.budget_basis },
  );
}

/** Row-major, customers x offers. */
function billedMonths(rows: Int32Array, offers: readonly Offer[], value: CustomerValue): Float64Array {
  const billed = new Float64Array(rows.length * offers.length);
  offers.forEach((offer, o) => {
    if (!offer.discount) return;
    const months = value.billedMonths(offer.months!);
    rows.forEach((row, i) => (billed[i * offers.length + o] = months[row]));
  });
  return billed;
}
