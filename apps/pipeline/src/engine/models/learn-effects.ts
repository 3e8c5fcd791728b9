import type { CheckedOffer } from '@clv/prescribe';
import { featureColumns, readText } from '@clv/table';
import { type UpliftModel, type UpliftPrediction, crossFitUplift, predictUplift } from '@clv/uplift';

import type { Columns } from '../../block/block.js';
import type { Config } from '../../config/config.js';
import { asSentence } from '../../wording/as-sentence.js';
import { inARow } from '../../wording/in-a-row.js';
import type { CheckedCustomers } from '../customers/check-customers.js';
import { logColumns } from '../customers/count-experiment.js';
import { ladderOfDiscounts } from './ladder-of-discounts.js';
import { offerLabels } from '../customers/offer-labels.js';

/** What the offers were seen to do, where the input holds the log of an experiment. */
export interface LearnedEffects extends EffectMatrices {
  /** For customers who are not in the log. */
  model: UpliftModel;
  /** Offers x offers, without none: how the errors of two offers' effects on one customer go together. */
  errorCorrelation: Float64Array;
  /** The offers; those that the experiment did not try answer by their stated lift. */
  offers: CheckedOffer[];
  notices: string[];
}

/** Customers x offers, row-major; 0 for an offer that was not learned. */
export interface EffectMatrices {
  /** The change of the chance of staying. */
  effect: Float64Array;
  /** The standard error of each effect. */
  effectError: Float64Array;
}

/**
 * Learns from an experiment's log what each offer does to each customer, by models that have not seen that customer's
 * outcome: of customers who took no part, or whose outcome is not known, none has. Undefined where the input has no log.
 */
export async function learnEffects(
  { columns, schema, experiment }: CheckedCustomers,
  offers: readonly CheckedOffer[],
  { seed, effects }: Pick<Config, 'seed' | 'effects'>,
): Promise<LearnedEffects | undefined> {
  const log = logColumns(schema);
  if (log === undefined) return undefined;
  const features = featureColumns(columns, schema);
  const got = new Set(readText(columns, log.offer));
  const ladder = effects.ladder ? ladderOfDiscounts(offers, got) : undefined;
  const { model, crossFitted } = await crossFitUplift(columns, {
    ...log,
    propensity: schema.roles.propensity,
    features,
    labels: offerLabels(offers),
    seed,
    counts: experiment,
    ...(ladder && { ladder }),
  });
  const tried = offers.filter(({ id }) => model.offers.includes(id));
  const untried = offers.filter(({ id }) => id !== 'none' && !model.offers.includes(id));
  const named = (some: readonly CheckedOffer[], last?: 'or') =>
    inARow(
      some.map(({ label }) => label),
      last,
    );
  const rungs = (ladder ?? []).map((rung) => offers.find(({ id }) => id === rung)!);
  return {
    model,
    ...forOffers(crossFitted, offers),
    errorCorrelation: correlationFor(crossFitted, offers),
    offers: offers.map((one) => (untried.includes(one) ? { ...one, response: 'sensitivity' } : one)),
    notices: [
      `What ${named(tried)} change was learned from the experiment in the input.`,
      ...(untried.length > 0 ? [`${named(untried)}: not tried there, so the stated lift counts.`] : []),
      ...(ladder
        ? [
            `${named(rungs.slice(-1))} was taken to keep nobody less than ${named(rungs.slice(0, -1), 'or')}, as it takes more off the price.`,
          ]
        : []),
      ...model.notices.map(asSentence),
    ],
  };
}

/** What a model predicts of customers whom it has not seen. */
export async function effectMatrices(
  model: UpliftModel,
  columns: Columns,
  offers: readonly CheckedOffer[],
): Promise<EffectMatrices> {
  return forOffers(await predictUplift(model, columns), offers);
}

function forOffers(predicted: UpliftPrediction, offers: readonly CheckedOffer[]): EffectMatrices {
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

/** Offers that were not learned have no errors to go together with others'. */
function correlationFor(
  { offers: learned, errorCorrelation }: UpliftPrediction,
  offers: readonly CheckedOffer[],
): Float64Array {
  const known = offers.slice(1).map(({ id }) => learned.indexOf(id));
  return Float64Array.from(
    known.flatMap((row, o) =>
      known.map((column, p) => {
        if (o === p) return 1;
        return row < 0 || column < 0 ? 0 : errorCorrelation[row * learned.length + column];
      }),
    ),
  );
}
