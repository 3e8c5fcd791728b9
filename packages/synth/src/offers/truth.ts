import { segments, type Columns, type Customer } from '../scenarios/scenario.js';
import { strongestOf, treatmentOf, type SynthOffer } from './offers.js';
import { leavingUnder, responseTo } from './response.js';

const stayingColumn = (offer: SynthOffer) => `true_p_stay_${offer.id}`;
const effectColumn = (offer: SynthOffer) => `true_effect_${offer.id}`;

export function allocateTruth(offers: readonly SynthOffer[], rows: number): Columns {
  return {
    true_segment: new Array<string>(rows),
    true_p_churn: new Float64Array(rows),
    ...Object.fromEntries(offers.map((offer) => [stayingColumn(offer), new Float64Array(rows)])),
    ...Object.fromEntries(offers.map((offer) => [effectColumn(offer), new Float64Array(rows)])),
    true_response: new Array<string>(rows),
  };
}

/** Writes what nobody can know of a customer: potential outcomes under every offer. */
export function truthWriter(offers: readonly SynthOffer[], columns: Columns) {
  const treatments = offers.map(treatmentOf);
  const strongest = strongestOf(treatments);
  const staying = offers.map((offer) => columns[stayingColumn(offer)]);
  const effects = offers.map((offer) => columns[effectColumn(offer)]);
  return (row: number, customer: Customer): void => {
    columns.true_segment[row] = customer.segment === undefined ? '' : segments[customer.segment];
    columns.true_p_churn[row] = customer.leaving;
    for (let a = 0; a < treatments.length; a++) {
      const leaving = leavingUnder(customer, treatments[a]);
      staying[a][row] = 1 - leaving;
      effects[a][row] = customer.leaving - leaving;
    }
    columns.true_response[row] = responseTo(customer, strongest);
  };
}
