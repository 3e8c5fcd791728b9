import type { CheckedOffer } from '@clv/prescribe';
import { featureColumns } from '@clv/table';
import { type UpliftModel, fitUplift, predictUplift } from '@clv/uplift';

import type { CheckedCustomers } from './check-customers.js';
import type { Columns } from './load-customers.js';

/** What the offers were seen to do, where the input holds the log of an experiment. */
export interface LearnedEffects {
  model: UpliftModel;
  /** Customers x offers, row-major: the change of the chance of staying. */
  effect: Float64Array;
  /** The standard error of each effect; 0 where the stated lift counts. */
  effectError: Float64Array;
  /** The offers; those that the experiment did not try answer by their stated lift. */
  offers: CheckedOffer[];
  notices: string[];
}

/**
 * Learns from an experiment's log what each offer does to each customer; undefined where the input has none.
 */
export async function learnEffects(
  { columns, schema }: CheckedCustomers,
  offers: readonly CheckedOffer[],
  seed: number,
): Promise<LearnedEffects | undefined> {
  const { offer, outcome, propensity } = schema.roles;
  if (offer === undefined || outcome === undefined) return undefined;
  const features = featureColumns(columns, schema);
  const model = await fitUplift(columns, { offer, outcome, propensity, features, seed });
  const tried = model.offers;
  const untried = offers.map(({ id }) => id).filter((id) => id !== 'none' && !tried.includes(id));
  return {
    model,
    ...(await effectMatrices(model, columns, offers)),
    offers: offers.map((one) => (untried.includes(one.id) ? { ...one, response: 'sensitivity' } : one)),
    notices: [
      `What ${tried.join(' and ')} change was learned from the experiment in the input.`,
      ...(untried.length > 0
        ? [`${untried.join(' and ')}: not tried there, so the stated lift counts.`]
        : []),
      ...model.notices,
    ],
  };
}

/** The effects that a model foretells and their errors, customers x offers, row-major; 0 for an offer that it has not seen. */
export async function effectMatrices(
  model: UpliftModel,
  columns: Columns,
  offers: readonly CheckedOffer[],
): Promise<Pick<LearnedEffects, 'effect' | 'effectError'>> {
  const predicted = await predictUplift(model, columns);
  const [from, to] = [predicted.offers.length, offers.length];
  const known = offers.map(({ id }) => predicted.offers.indexOf(id));
  const spread = (matrix: Float64Array) => {
    const wide = new Float64Array((matrix.length / from) * to);
    known.forEach((column, o) => {
      if (column < 0) return;
      for (let i = 0; i * to < wide.length; i++) wide[i * to + o] = matrix[i * from + column];
    });
    return wide;
  };
  return { effect: spread(predicted.effect), effectError: spread(predicted.standardError) };
}
