import { checkOptions, randomSource, shapes, type OptionShapes, type RunControl } from '@clv/contracts';
import type { TableLike } from '@clv/table';
import { assertBgNbdModel, assertSpendModel } from './check-model.js';
import { customerValue, valueShapes, type CustomerValueOptions } from './customer-value.js';
import { NotConvergedError } from './likelihood/not-converged-error.js';
import { fitBgNbd } from './purchases/fit-purchase-model.js';
import { readPurchaseHistory } from './purchases/purchase-history.js';
import type { BgNbdModel } from './purchases/purchase-model.js';
import { simulateHistory } from './simulate-history.js';
import { fitGammaGamma } from './spend/fit-gamma-gamma.js';
import type { GammaGammaModel } from './spend/gamma-gamma-model.js';

/** How intervals are found by simulating new customers (parametric bootstrap). */
export interface ValueIntervalsOptions extends CustomerValueOptions, RunControl {
  /** How many times customers are simulated and the models fitted again, at most 100,000 (default 100). */
  resamples?: number;
  /** How much of the estimate's distribution lies inside (default .9). */
  confidence?: number;
  /** The same seed gives the same intervals (default 42). */
  seed?: number;
}

const { callback, number, signal, whole } = shapes;

const optionShapes: OptionShapes<ValueIntervalsOptions> = {
  ...valueShapes,
  resamples: whole(2, 100_000),
  confidence: number('a number between 0 and 1', (confidence) => confidence > 0 && confidence < 1),
  seed: number('a whole number', Number.isSafeInteger),
  signal,
  onProgress: callback,
};

/** Intervals of the expectation: how far it could be off because the models were fitted to a sample. */
export interface ValueIntervals {
  low: Float64Array;
  high: Float64Array;
  total: { low: number; high: number };
}

/**
 * Parametric bootstrap intervals (Efron and Tibshirani 1993, chapter 6) of each customer's value and of their total: as
 * many customers of the same ages are simulated from the models, the models fitted to them, and the customers of the table
 * valued by what came out.
 *
 * @param table columns `frequency`, `recency`, `age`, `monetary_value`.
 * @throws InvalidOptionError for an option that is out of range or unknown.
 * @throws NotConvergedError naming the resample where a simulated sample does not determine the models: there are too few customers.
 */
export function valueIntervals(
  purchases: BgNbdModel,
  spend: GammaGammaModel,
  table: TableLike,
  options: ValueIntervalsOptions,
): ValueIntervals {
  checkOptions(options, optionShapes);
  const { resamples = 100, confidence = 0.9, seed = 42, signal, onProgress, ...valuing } = options;
  assertBgNbdModel(purchases);
  assertSpendModel(spend);
  const { age } = readPurchaseHistory(table);
  const values = Array.from({ length: resamples }, (_, sample) => {
    signal?.throwIfAborted();
    onProgress?.(sample, resamples);
    const simulated = simulateHistory(purchases, spend, age, randomSource(seed, sample));
    try {
      return customerValue(fitBgNbd({ ...simulated }), fitGammaGamma({ ...simulated }), table, valuing);
    } catch (error) {
      if (!(error instanceof NotConvergedError)) throw error;
      throw new NotConvergedError(
        `resample ${sample + 1} of ${resamples}: ${error.what}`,
        error.reason,
        error,
      );
    }
  });
  onProgress?.(resamples, resamples);
  const totals = Float64Array.from(values, (value) => value.reduce((sum, each) => sum + each, 0));
  const [below, above] = [(1 - confidence) / 2, (1 + confidence) / 2];
  const low = new Float64Array(age.length);
  const high = new Float64Array(age.length);
  for (let i = 0; i < age.length; i++) {
    const sorted = Float64Array.from(values, (value) => value[i]).sort();
    low[i] = quantile(sorted, below);
    high[i] = quantile(sorted, above);
  }
  totals.sort();
  return { low, high, total: { low: quantile(totals, below), high: quantile(totals, above) } };
}

/** Between the order statistics on both sides (Hyndman and Fan 1996, definition 7). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}
