import type { IsPrescribed } from '../../engine/customers/prescribed-among.js';
import type { HeldOut } from '../../engine/policy/appraise.js';
import type { PrescribedCustomers } from '../../engine/policy/prescribed-customers.js';
import type { SampledSource } from './sample-source.js';

/** Goes through those of the sample who are prescribed for, span of rows by span of rows. */
export function placesInSample({ sampled }: SampledSource, isPrescribed: IsPrescribed) {
  const own = sampled.filter(isPrescribed);
  let next = 0;
  return (first: number, rows: number, visit: (place: number, i: number) => void): void => {
    for (; next < own.length && own[next] < first + rows; next++) visit(next, own[next] - first);
  };
}

/** What the cross-fitted models of the sample say of its customers, span of rows by span of rows. */
export function heldOutOfSample(
  sample: SampledSource,
  { pChurn, inputs }: PrescribedCustomers,
  isPrescribed: IsPrescribed,
) {
  const placeOf = placesInSample(sample, isPrescribed);
  const width = inputs.effect === undefined ? 0 : inputs.effect.length / pChurn.length;
  return (first: number, count: number): HeldOut => {
    const rows: number[] = [];
    let from = 0;
    placeOf(first, count, (place, i) => {
      if (rows.length === 0) from = place;
      rows.push(i);
    });
    const to = from + rows.length;
    return {
      rows: Int32Array.from(rows),
      pChurn: pChurn.subarray(from, to),
      effect: inputs.effect?.subarray(from * width, to * width),
      effectError: inputs.effectError?.subarray(from * width, to * width),
    };
  };
}
