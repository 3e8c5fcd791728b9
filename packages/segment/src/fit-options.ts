import {
  checkOptionNames,
  checkSeed,
  checkWhole,
  InvalidOptionError,
  type OptionNames,
} from '@clv/contracts';
import type { Scale } from './features/number-column.js';

/** Which columns customers are compared by, and how. */
export interface FeatureOptions {
  /** Columns of numbers. */
  features?: readonly string[];
  /** Columns of levels, such as a contract's kind (default none). Customers of different levels lie apart. */
  categories?: readonly string[];
  /**
   * How much a category weighs against a number (default 0.5). At 1 segments tend to be cut along the levels, since all
   * the variance of a category lies between them.
   */
  categoryWeight?: number;
  /** How the features become comparable (default `standard`); `robust` and `rank` withstand outliers. */
  scale?: Scale;
  /** The same seed gives the same segments (default 42). */
  seed?: number;
  /** How many starts compete (default 10); more find a better optimum at proportional cost. */
  restarts?: number;
}

/** How segments are found; each option has a default. */
export interface FitSegmentsOptions extends FeatureOptions {
  /** How many segments (default 4); `chooseK` advises. */
  k?: number;
}

export const featureOptionNames: OptionNames<FeatureOptions> = {
  features: true,
  categories: true,
  categoryWeight: true,
  scale: true,
  seed: true,
  restarts: true,
};

const fitOptionNames: OptionNames<FitSegmentsOptions> = { ...featureOptionNames, k: true };

const scales: readonly string[] = ['standard', 'robust', 'rank'] satisfies Scale[];

/** The options with their defaults. */
export function checkFitOptions(given: FitSegmentsOptions): Required<FitSegmentsOptions> {
  checkOptionNames(given, fitOptionNames);
  const { k = 4, ...shared } = given;
  const options = checkFeatureOptions(shared);
  checkWhole('k', k, 2);
  return { k, ...options };
}

/** The options with their defaults. */
export function checkFeatureOptions({
  features = [],
  categories = [],
  categoryWeight = 0.5,
  scale = 'standard',
  seed = 42,
  restarts = 10,
}: FeatureOptions): Required<FeatureOptions> {
  assertNames([...features, ...categories]);
  checkWhole('restarts', restarts, 1);
  checkSeed(seed);
  if (!(categoryWeight > 0 && Number.isFinite(categoryWeight))) {
    const message = `categoryWeight must be a number above 0: ${categoryWeight}`;
    throw new InvalidOptionError('categoryWeight', message);
  }
  if (!scales.includes(scale)) {
    throw new InvalidOptionError('scale', `scale must be one of ${scales.join(', ')}: ${scale}`);
  }
  return { features, categories, categoryWeight, scale, seed, restarts };
}

function assertNames(columns: readonly string[]): void {
  if (columns.length === 0) {
    throw new InvalidOptionError('features', 'features must name at least one column');
  }
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (twice === undefined) return;
  throw new InvalidOptionError('features', `features name a column twice: ${twice}`);
}
