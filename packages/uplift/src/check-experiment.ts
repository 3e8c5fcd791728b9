import { encodeFeatures, readNumbers, readText, type TableLike } from '@clv/table';
import type { FeatureMatrix } from '@clv/contracts';
import { featureSchema, type ExperimentColumns } from './experiment.js';
import { standardizedDifference } from './standardized-difference.js';

/** Which columns hold the log, and what was meant of its arms. */
export interface CheckOptions extends Omit<ExperimentColumns, 'outcome'> {
  outcome?: string;
  /** The column that says who a customer is; with it customers who stand in two arms are found. */
  id?: string;
  /** The share of customers that each offer, and none, was meant to get. */
  shares?: Record<string, number>;
}

/** What can speak against an experiment. */
export type ExperimentConcern =
  'sample-ratio-mismatch' | 'imbalance' | 'missing-propensity' | 'contamination' | 'no-none';

/** Whether an experiment can be trusted, in words. */
export interface ExperimentReport {
  /** True where nothing speaks against the comparison. */
  sound: boolean;
  arms: { offer: string; customers: number; outcome?: number }[];
  concerns: { concern: ExperimentConcern; message: string }[];
}

/** Chance alone gives a z beyond this once in a thousand times: the custom for sample ratios (Kohavi et al. 2020). */
const surprising = 3.29;
/** Standardised differences beyond this are customarily called imbalance (Austin 2009). */
const imbalanced = 0.1;

/**
 * Whether an experiment's log can be believed, in words: arms of the sizes they were meant to have, features alike in all
 * arms, a propensity for every row, no customer in two arms.
 */
export function checkExperiment(table: TableLike, options: CheckOptions): ExperimentReport {
  const { offer, none = 'none', outcome, id, propensity, shares } = options;
  const got = readText(table, offer);
  const names = [...new Set(got)].sort((a, b) => +(b === none) - +(a === none) || (a < b ? -1 : 1));
  const outcomes = outcome === undefined ? undefined : readNumbers(table, outcome);
  const concerns = [
    ...withoutNone(names, none),
    ...mismatchedRatios(got, shares),
    ...(typeof propensity === 'string' ? propensityConcerns(readNumbers(table, propensity), got, names) : []),
    ...imbalances(table, options, got, names, none),
    ...(id === undefined ? [] : contamination(readText(table, id), got)),
  ];
  const arms = names.map((name) => ({ offer: name, ...armOf(name, got, outcomes) }));
  return { sound: concerns.length === 0, arms, concerns };
}

type Concern = ExperimentReport['concerns'][number];

function armOf(name: string, got: readonly string[], outcomes?: Float64Array) {
  const rows = got.flatMap((each, i) => (each === name ? [i] : []));
  if (!outcomes) return { customers: rows.length };
  return { customers: rows.length, outcome: rows.reduce((sum, i) => sum + outcomes[i], 0) / rows.length };
}

function withoutNone(names: readonly string[], none: string): Concern[] {
  if (names.includes(none)) return [];
  return [{ concern: 'no-none', message: `nobody got ${none}: there is nothing to compare the offers with` }];
}

function mismatchedRatios(got: readonly string[], shares: Record<string, number> = {}): Concern[] {
  return Object.entries(shares).flatMap(([name, share]) => {
    const customers = got.filter((each) => each === name).length;
    const z = (customers - got.length * share) / Math.sqrt(got.length * share * (1 - share));
    if (Math.abs(z) < surprising) return [];
    const meant = Math.round(got.length * share);
    const message = `${name} has ${customers} customers and was meant to have ${meant}: chance does not explain that`;
    return [{ concern: 'sample-ratio-mismatch' as const, message }];
  });
}

/** Where propensities are right, 1 / propensity summed over an arm estimates the number of all customers. */
function propensityConcerns(
  propensity: Float64Array,
  got: readonly string[],
  names: readonly string[],
): Concern[] {
  const missing = propensity.filter((value) => !(value > 0 && value < 1)).length;
  if (missing > 0) {
    const message = `${missing} of ${got.length} customers have no propensity between 0 and 1`;
    return [{ concern: 'missing-propensity', message }];
  }
  return names.flatMap((name) => {
    let [sum, variance] = [0, 0];
    propensity.forEach((value, i) => {
      if (got[i] !== name) return;
      sum += 1 / value;
      variance += (1 - value) / value ** 2;
    });
    if (Math.abs(sum - got.length) < surprising * Math.sqrt(variance)) return [];
    const message = `the propensities of ${name} speak for ${Math.round(sum)} customers, and there are ${got.length}`;
    return [{ concern: 'sample-ratio-mismatch' as const, message }];
  });
}

function imbalances(
  table: TableLike,
  options: CheckOptions,
  got: readonly string[],
  names: readonly string[],
  none: string,
): Concern[] {
  const { id, outcome } = options;
  const exclude = [id, outcome].filter((column) => column !== undefined);
  const schema = featureSchema(options, exclude);
  const { matrix } = encodeFeatures(table, schema);
  const rowsOf = (name: string) => got.flatMap((each, i) => (each === name ? [i] : []));
  const [withoutOffer, others] = [rowsOf(none), names.filter((name) => name !== none)];
  if (withoutOffer.length < 2) return [];
  return others.flatMap((name) => differences(matrix, rowsOf(name), withoutOffer, `${name} and ${none}`));
}

function differences(matrix: FeatureMatrix, offered: number[], rest: number[], pair: string): Concern[] {
  return Array.from({ length: matrix.columns }, (_, column) => column).flatMap((column) => {
    const difference = standardizedDifference(matrix, column, offered, rest);
    const noise = surprising * Math.sqrt(1 / offered.length + 1 / rest.length);
    if (Math.abs(difference) < Math.max(imbalanced, noise)) return [];
    const feature = matrix.featureNames?.[column] ?? `feature ${column + 1}`;
    const message = `${feature} differs between ${pair} by ${difference.toFixed(2)} standard deviations`;
    return [{ concern: 'imbalance' as const, message }];
  });
}

function contamination(ids: readonly string[], got: readonly string[]): Concern[] {
  const first = new Map<string, string>();
  const inTwoArms = new Set<string>();
  ids.forEach((id, i) => {
    const before = first.get(id) ?? got[i];
    first.set(id, before);
    if (before !== got[i]) inTwoArms.add(id);
  });
  if (inTwoArms.size === 0) return [];
  const message = `${inTwoArms.size} customers stand in more than one arm, and what each did cannot be told apart`;
  return [{ concern: 'contamination', message }];
}
