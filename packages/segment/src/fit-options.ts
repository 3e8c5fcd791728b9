import { checkOptions, InvalidOptionError, shapes, type OptionShapes } from '@clv/contracts';
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
  /** How many starts compete, up to 10,000 (default 10); more find a better optimum at proportional cost. */
  restarts?: number;
}

/** How segments are found; each option has a default. */
export interface FitSegmentsOptions extends FeatureOptions {
  /** How many segments, from 2 to 10,000 (default 4); `chooseK` advises. */
  k?: number;
}

const { exactly, listOf, number, text, whole } = shapes;

export const featureOptionShapes: OptionShapes<FeatureOptions> = {
  features: listOf(text),
  categories: listOf(text),
  categoryWeight: number('a number above 0', (weight) => weight > 0 && Number.isFinite(weight)),
  scale: exactly('standard', 'robust', 'rank' satisfies Scale),
  seed: number('a whole number', Number.isSafeInteger),
  restarts: whole(1, 10_000),
};

/** How many segments a table may be parted into. */
export const segmentCount = whole(2, 10_000);

const fitOptionShapes: OptionShapes<FitSegmentsOptions> = { ...featureOptionShapes, k: segmentCount };

/** The options with their defaults. */
export function checkFitOptions(given: FitSegmentsOptions): Required<FitSegmentsOptions> {
  checkOptions(given, fitOptionShapes);
  const { k = 4, ...shared } = given;
  return { k, ...featureDefaults(shared) };
}

/** The options, which have the right shapes, with their defaults. */
export function featureDefaults({
  features = [],
  categories = [],
  categoryWeight = 0.5,
  scale = 'standard',
  seed = 42,
  restarts = 10,
}: FeatureOptions): Required<FeatureOptions> {
  assertNames([...features, ...categories]);
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
