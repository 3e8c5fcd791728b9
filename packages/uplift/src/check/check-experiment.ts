import { checkOptions, shapes, type OptionShapes } from '@clv/contracts';
import { readNumbers, readText, type TableLike } from '@clv/table';
import { experimentShapes, type ExperimentColumns } from '../experiment/experiment.js';
import {
  countsShape,
  findLogRows,
  findParticipants,
  type ExperimentCounts,
  type LogRows,
} from '../experiment/log-rows.js';
import { mismatchedRatios, propensityConcerns, withoutNone } from './arm-sizes.js';
import { differenceNotices } from './attrition.js';
import { imbalances } from './balance.js';
import type { Concern, ExperimentConcern } from './concern.js';
import { contamination } from './contamination.js';

/** Which columns hold the log, and what was meant of its arms. */
export interface CheckOptions extends Omit<ExperimentColumns, 'outcome'> {
  /** The column of what came of it; without one attrition cannot be told. */
  outcome?: string;
  /** The column that says who a customer is; with it customers who are in two arms are found. */
  id?: string;
  /** The share of customers that each offer, and none, was meant to get. */
  shares?: Record<string, number>;
  /** Who took part and of how many the outcome is known, where the table is a sample (default: counted there). */
  counts?: ExperimentCounts;
}

const optionShapes: OptionShapes<CheckOptions> = {
  ...experimentShapes,
  id: shapes.text,
  shares: shapes.dictionary(shapes.finite),
  counts: countsShape,
};

/** Whether an experiment can be trusted, in words. */
export interface ExperimentReport {
  /** True where nothing speaks against the comparison. */
  sound: boolean;
  /** `known` is of how many the outcome is known, `outcome` their mean. */
  arms: { offer: string; customers: number; known?: number; outcome?: number }[];
  concerns: { concern: ExperimentConcern; message: string }[];
}

/**
 * Whether an experiment's log can be believed, in words: arms of the sizes they were meant to have, features alike in all arms,
 * a propensity for every row, no customer in two arms; and where outcomes are not known, whether that depends on the arm
 * (differential attrition) or on the features (selective attrition; Ghanem, Hirshleifer and Ortiz-Becerra 2023).
 *
 * @throws InvalidInputError with every invalid outcome; InvalidOptionError for an option that is unknown, of another type or out of range.
 */
export function checkExperiment(table: TableLike, options: CheckOptions): ExperimentReport {
  checkOptions(options, optionShapes);
  const { none = 'none', outcome, id, propensity, shares, labels } = options;
  const log: LogRows =
    outcome === undefined ? findParticipants(table, options) : findLogRows(table, { ...options, outcome });
  const names = log.counts.arms.map(({ offer }) => offer);
  const concerns = [
    ...withoutNone(names, none),
    ...mismatchedRatios(log.counts, shares, labels),
    ...(typeof propensity === 'string'
      ? propensityConcerns(readNumbers(table, propensity, options), log, names, labels)
      : []),
    ...imbalances(table, options, log, names, none),
    ...differenceNotices((options.counts ?? log.counts).arms, labels).map((message): Concern => ({
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

function meanOutcome(name: string, { got, outcome, known }: LogRows): number {
  const rows = known.filter((row) => got[row] === name);
  return rows.reduce((sum, row) => sum + outcome[row], 0) / rows.length;
}
