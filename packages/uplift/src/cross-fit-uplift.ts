import type { TableLike } from '@clv/table';
import { learnUplift, type UpliftModel, type UpliftOptions } from './fit-uplift.js';
import { foretell, type UpliftPrediction } from './predict-uplift.js';

/** A model for other customers, and honest effects for those it was learned from. */
export interface CrossFittedUplift {
  /** For other customers: what {@link fitUplift} gives. */
  model: UpliftModel;
  /** For the log's own customers, in its order: each foretold by models that have not seen that customer's outcome. */
  crossFitted: UpliftPrediction;
}

/**
 * Learns from an experiment's log, and foretells what each offer would do to the very customers in it. A model that has seen
 * a customer's outcome takes some of its chance for an effect; here nothing behind a customer's figures has, neither the
 * effects nor the outcome models they rest on.
 *
 * @throws InvalidInputError with every fault of the log; InvalidOptionError for an option out of range.
 */
export async function crossFitUplift(
  table: TableLike,
  options: Omit<UpliftOptions, 'resampling' | 'replicates'>,
): Promise<CrossFittedUplift> {
  const { model, experiment, fold } = await learnUplift(table, { ...options, resampling: 'jackknife' });
  return { model, crossFitted: await foretell(model, experiment.x, fold) };
}
