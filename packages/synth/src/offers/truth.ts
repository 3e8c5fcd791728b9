import { codedNames, type CodedNames } from '../drawing/coded-names.js';
import { segments, type Customer, type DrawnColumns } from '../scenarios/scenario.js';
import { strongestOf, treatmentOf, type SynthOffer } from './offers.js';
import { leavingUnder, responseTo, responses } from './response.js';

const stayingColumn = (offer: SynthOffer) => `true_p_stay_${offer.id}`;
const effectColumn = (offer: SynthOffer) => `true_effect_${offer.id}`;

/** Of a customer whose class nobody knows, a blank. */
const classes = [...segments, ''];

export function allocateTruth(offers: readonly SynthOffer[], rows: number): DrawnColumns {
  return {
    true_segment: codedNames(classes, rows),
    true_p_churn: new Float64Array(rows),
    ...Object.fromEntries(offers.map((offer) => [stayingColumn(offer), new Float64Array(rows)])),
    ...Object.fromEntries(offers.map((offer) => [effectColumn(offer), new Float64Array(rows)])),
    true_response: codedNames(responses, rows),
  };
}

/** Writes what nobody can know of a customer: potential outcomes under every offer. */
export function truthWriter(offers: readonly SynthOffer[], columns: DrawnColumns) {
  const treatments = offers.map(treatmentOf);
  const strongest = strongestOf(treatments);
  const segment = (columns.true_segment as CodedNames).codes;
  const churn = columns.true_p_churn as Float64Array;
  const staying = offers.map((offer) => columns[stayingColumn(offer)] as Float64Array);
  const effects = offers.map((offer) => columns[effectColumn(offer)] as Float64Array);
  const response = (columns.true_response as CodedNames).codes;
  return (row: number, customer: Customer): void => {
    segment[row] = customer.segment ?? segments.length;
    churn[row] = customer.leaving;
    for (let a = 0; a < treatments.length; a++) {
      const leaving = leavingUnder(customer, treatments[a]);
      staying[a][row] = 1 - leaving;
      effects[a][row] = customer.leaving - leaving;
    }
    response[row] = responseTo(customer, strongest);
  };
}
