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
    effect: await effectMatrix(model, columns, offers),
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

/** The effects that a model foretells, customers x offers, row-major; 0 for an offer that it has not seen. */
export async function effectMatrix(
  model: UpliftModel,
  columns: Columns,
  offers: readonly CheckedOffer[],
): Promise<Float64Array> {
  const predicted = await predictUplift(model, columns);
  const [from, to] = [predicted.offers.length, offers.length];
  const effect = new Float64Array((predicted.effect.length / from) * to);
  offers.forEach(({ id }, o) => {
    const known = predicted.offers.indexOf(id);
    if (known < 0) return;
    for (let i = 0; i * to < effect.length; i++) effect[i * to + o] = predicted.effect[i * from + known];
  });
  return effect;
}
