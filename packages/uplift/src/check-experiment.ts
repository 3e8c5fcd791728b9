import { encodeFeatures, readNumbers, readText, type TableLike } from '@clv/table';
import { checkOptionNames, InvalidOptionError, type FeatureMatrix, type OptionNames } from '@clv/contracts';
import { differenceNotices } from './attrition.js';
import { experimentColumnNames, featureSchema, type ExperimentColumns } from './experiment.js';
import { findLogRows, findParticipants, type ExperimentCounts, type LogRows } from './log-rows.js';
import { standardizedDifference } from './standardized-difference.js';

/** Which columns hold the log, and what was meant of its arms. */
export interface CheckOptions extends Omit<ExperimentColumns, 'outcome'> {
  outcome?: string;
  /** The column that says who a customer is; with it customers who stand in two arms are found. */
  id?: string;
  /** The share of customers that each offer, and none, was meant to get. */
  shares?: Record<string, number>;
  /** Who took part and of how many the outcome is known, where the table is a sample (default: counted there). */
  counts?: ExperimentCounts;
}

const optionNames: OptionNames<CheckOptions> = {
  ...experimentColumnNames,
  id: true,
  shares: true,
  counts: true,
};

/** What can speak against an experiment. */
export type ExperimentConcern =
  | 'sample-ratio-mismatch'
  | 'imbalance'
  | 'missing-propensity'
  | 'contamination'
  | 'no-none'
  | 'differential-attrition'
  | 'selective-attrition';

/** Whether an experiment can be trusted, in words. */
export interface ExperimentReport {
  /** True where nothing speaks against the comparison. */
  sound: boolean;
  /** `known` is of how many the outcome is known, `outcome` their mean. */
  arms: { offer: string; customers: number; known?: number; outcome?: number }[];
  concerns: { concern: ExperimentConcern; message: string }[];
}

/** Chance alone gives a z beyond this once in a thousand times: the custom for sample ratios (Kohavi et al. 2020). */
const surprising = 3.29;
/** Standardised differences beyond this are customarily called imbalance (Austin 2009). */
const imbalanced = 0.1;

/**
 * Whether an experiment's log can be believed, in words: arms of the sizes they were meant to have, features alike in all arms,
 * a propensity for every row, no customer in two arms; and where outcomes are not known, whether that depends on the arm
 * (differential attrition) or on the features (selective attrition; Ghanem, Hirshleifer and Ortiz-Becerra 2023).
 *
 * @throws InvalidInputError with every invalid outcome; InvalidOptionError for a share outside [0, 1], or an unknown option.
 */
export function checkExperiment(table: TableLike, options: CheckOptions): ExperimentReport {
  checkOptionNames(options, optionNames);
  const { none = 'none', outcome, id, propensity, shares } = options;
  const log: LogRows =
    outcome === undefined ? findParticipants(table, options) : findLogRows(table, { ...options, outcome });
  const names = log.counts.arms.map(({ offer }) => offer);
  const concerns = [
    ...withoutNone(names, none),
    ...mismatchedRatios(log.counts, shares),
    ...(typeof propensity === 'string'
      ? propensityConcerns(readNumbers(table, propensity, options), log, names)
      : []),
    ...imbalances(table, options, log, names, none),
    ...differenceNotices((options.counts ?? log.counts).arms).map((message): Concern => ({
      concern: 'differential-attrition',
      message,
    })),
    ...(id === undefined ? [] : contamination(readText(table, id), log)),
  ];
  const arms = log.counts.arms.map(({ offer, customers, known }) => ({
    offer,
    customers,
    ...(outcome !== undefined && { known, outcome: meanOutcome(offer, log) }),
  }));
  return { sound: concerns.length === 0, arms, concerns };
}

type Concern = ExperimentReport['concerns'][number];

function meanOutcome(name: string, { got, outcome, known }: LogRows): number {
  const rows = known.filter((row) => got[row] === name);
  return rows.reduce((sum, row) => sum + outcome[row], 0) / rows.length;
}

function withoutNone(names: readonly string[], none: string): Concern[] {
  if (names.includes(none)) return [];
  return [{ concern: 'no-none', message: `nobody got ${none}: there is nothing to compare the offers with` }];
}

function mismatchedRatios({ arms }: ExperimentCounts, shares: Record<string, number> = {}): Concern[] {
  const all = arms.reduce((sum, { customers }) => sum + customers, 0);
  return Object.entries(shares).flatMap(([name, share]) => {
    if (!(share >= 0 && share <= 1))
      throw new InvalidOptionError('shares', `shares: that of ${name} must lie in [0, 1]: ${share}`);
    const customers = arms.find(({ offer }) => offer === name)?.customers ?? 0;
    const away = customers - all * share;
    if (Math.abs(away) <= surprising * Math.sqrt(all * share * (1 - share))) return [];
    const meant = Math.round(all * share);
    const message = `${name} has ${customers} customers and was meant to have ${meant}: chance does not explain that`;
    return [{ concern: 'sample-ratio-mismatch' as const, message }];
  });
}

/**
 * Where propensities are right, 1 / propensity summed over an arm estimates the number of all customers: of all who took
 * part, where it is known of them too whose outcome is not.
 */
function propensityConcerns(propensity: Float64Array, log: LogRows, names: readonly string[]): Concern[] {
  const { got, known, participants } = log;
  const isMissing = (row: number) => !(propensity[row] > 0 && propensity[row] < 1);
  const missing = known.filter(isMissing).length;
  if (missing > 0) {
    const message = `${missing} of ${known.length} customers have no propensity between 0 and 1`;
    return [{ concern: 'missing-propensity', message }];
  }
  const rows = participants.some(isMissing) ? known : participants;
  return names.flatMap((name) => {
    let [sum, variance] = [0, 0];
    for (const row of rows) {
      if (got[row] !== name) continue;
      sum += 1 / propensity[row];
      variance += (1 - propensity[row]) / propensity[row] ** 2;
    }
    if (Math.abs(sum - rows.length) < surprising * Math.sqrt(variance)) return [];
    const message = `the propensities of ${name} speak for ${Math.round(sum)} customers, and there are ${rows.length}`;
    return [{ concern: 'sample-ratio-mismatch' as const, message }];
  });
}

/** Arms are compared by those whose outcome is known, as effects are; and these with the others who took part. */
function imbalances(
  table: TableLike,
  options: CheckOptions,
  { got, known, participants }: LogRows,
  names: readonly string[],
  none: string,
): Concern[] {
  const { id, outcome } = options;
  const exclude = [id, outcome].filter((column) => column !== undefined);
  const { matrix } = encodeFeatures(table, featureSchema(options, exclude));
  const rowsOf = (name: string) => [...known].filter((row) => got[row] === name);
  const withoutOffer = rowsOf(none);
  const betweenArms = names
    .filter((name) => name !== none)
    .flatMap((name) =>
      differences(matrix, rowsOf(name), withoutOffer).map(({ feature, difference }): Concern => ({
        concern: 'imbalance',
        message: `${feature} differs between ${name} and ${none} by ${difference.toFixed(2)} standard deviations`,
      })),
    );
  const isKnown = new Set(known);
  const lost = [...participants].filter((row) => !isKnown.has(row));
  return [...betweenArms, ...selection(differences(matrix, lost, [...known]))];
}

/** Features by which two groups of rows differ beyond custom and chance, and by how many standard deviations. */
function differences(matrix: FeatureMatrix, some: number[], others: number[]) {
  if (some.length < 2 || others.length < 2) return [];
  const noise = surprising * Math.sqrt(1 / some.length + 1 / others.length);
  return Array.from({ length: matrix.columns }, (_, column) => ({
    feature: matrix.featureNames?.[column] ?? `feature ${column + 1}`,
    difference: standardizedDifference(matrix, column, some, others),
  })).filter(({ difference }) => Math.abs(difference) >= Math.max(imbalanced, noise));
}

function selection(found: ReturnType<typeof differences>): Concern[] {
  if (found.length === 0) return [];
  const told = found.map(({ feature, difference }) => `${feature} by ${difference.toFixed(2)}`).join(', ');
  const message = `selective attrition: customers whose outcome is not known differ from the others in ${told} standard deviations; effects are those of customers like the others`;
  return [{ concern: 'selective-attrition', message }];
}

function contamination(ids: readonly string[], { got, participants }: LogRows): Concern[] {
  const first = new Map<string, string>();
  const inTwoArms = new Set<string>();
  for (const row of participants) {
    const before = first.get(ids[row]) ?? got[row];
    first.set(ids[row], before);
    if (before !== got[row]) inTwoArms.add(ids[row]);
  }
  if (inTwoArms.size === 0) return [];
  const message = `${inTwoArms.size} customers stand in more than one arm, and what each did cannot be told apart`;
  return [{ concern: 'contamination', message }];
}
