import {
  checkOptions,
  checkSeed,
  checkWhole,
  InvalidOptionError,
  randomSource,
  shapes,
  type OptionShapes,
  type RunControl,
} from '@clv/contracts';
import type { Encoding, TableLike } from '@clv/table';
import { attritionNotices } from './check/attrition.js';
import {
  experimentShapes,
  readExperiment,
  type Experiment,
  type ExperimentColumns,
} from './experiment/experiment.js';
import { countsShape, type ExperimentCounts } from './experiment/log-rows.js';
import { learnDoublyRobust, type DoublyRobustMember } from './learn/doubly-robust-ensemble.js';
import type { AverageEffect } from './learn/doubly-robust-scores.js';
import { dealFolds, rowsWhere } from './learn/fold.js';
import { doubtsOf, onLadder } from './learn/ladder.js';
import { learnMeta, type MetaMember } from './learn/meta-ensemble.js';
import type { MetaLearner } from './learn/meta-learners.js';
import type { OutcomeModel } from './learn/outcomes.js';
import type { Overlap } from './learn/overlap.js';
import type { Sample } from './learn/sample.js';
import { thousands } from './thousands.js';

/** The learners: the meta-learners S, T and X (Künzel et al. 2019), and the doubly robust DR (Kennedy 2023). */
export type Learner = MetaLearner | 'DR';

/** How effects are learned; each has a default. */
export interface UpliftOptions extends ExperimentColumns, RunControl {
  /** S, T and X are meta-learners for experiments; DR (default) also copes with confounding, if propensities are right. */
  learner?: Learner;
  /**
   * Offers that differ only in strength, such as 5% and 10% off, weakest first (default: none). A stronger one is then taken to
   * move no customer less, so that chance in a small log does not decide between them. For the DR learner only.
   */
  ladder?: readonly string[];
  /** Parts for cross-fitting and for the jackknife's standard errors, 3 to 50 (default 4); more take longer. */
  folds?: number;
  /** Where standard errors come from: leaving each fold out (`jackknife`, default), or resampling customers. */
  resampling?: 'jackknife' | 'bootstrap';
  /** Bootstrap samples, 2 to 10,000 (default 20). */
  resamples?: number;
  /** The same seed gives the same model (default 42). */
  seed?: number;
  /** Threads that grow trees (default: as `trainGbdt` of `@clv/gbdt` takes); the model is the same for any. */
  threads?: number;
  /** Who took part and of how many the outcome is known, where the table is a sample (default: counted there); for `notices`. */
  counts?: ExperimentCounts;
}

/** Numbers, and how options go together, are looked at by `checkTogether`. */
const optionShapes: OptionShapes<UpliftOptions> = {
  ...experimentShapes,
  counts: countsShape,
  learner: shapes.exactly('S', 'T', 'X', 'DR'),
  ladder: shapes.listOf(shapes.text),
  folds: () => undefined,
  resampling: shapes.exactly('jackknife', 'bootstrap'),
  resamples: () => undefined,
  seed: () => undefined,
  threads: () => undefined,
  signal: shapes.signal,
  onProgress: shapes.callback,
};

/** The ensemble's part that learned from one share or resample of the customers. */
export type UpliftMember = MetaMember | DoublyRobustMember;

/** Whom an offer changes: plain data. */
export interface UpliftModel {
  format: 'clv-uplift';
  /** Models of versions 1 to 5 predict as they did. */
  version: 1 | 2 | 3 | 4 | 5 | 6;
  learner: Learner;
  offers: string[];
  binary: boolean;
  resampling: 'jackknife' | 'bootstrap';
  encoding: Encoding;
  members: UpliftMember[];
  /** How many it was learned from. */
  customers: number;
  /** Of the DR learner: the models that its members share. */
  outcomes?: OutcomeModel[];
  averageEffects?: AverageEffect[];
  overlap?: Overlap;
  /** What a reader must know, in sentences. */
  notices: string[];
}

/**
 * Learns from an experiment's log what each offer does to each customer, against none.
 *
 * @throws InvalidInputError with every fault of the log; InvalidOptionError for an option that is out of range or unknown.
 */
export async function fitUplift(table: TableLike, options: UpliftOptions): Promise<UpliftModel> {
  return (await learnUplift(table, options)).model;
}

/** The model, with the experiment as it was read and the fold of each of its rows. */
export async function learnUplift(table: TableLike, options: UpliftOptions) {
  checkOptions(options, optionShapes);
  const { learner = 'DR', folds = 4, resampling = 'jackknife', resamples = 20, seed = 42, ladder } = options;
  checkTogether({ ...options, learner, folds, resamples, seed });
  const experiment = onLadder(readExperiment(table, options), ladder);
  const fold = dealFolds(experiment.arm, folds, seed);
  const samples =
    resampling === 'jackknife' ? leaveOut(fold, folds) : resample(experiment, resamples, folds, seed);
  const { offers, binary, encoding } = experiment;
  const shape = { format: 'clv-uplift', version: 6, learner, offers, binary, resampling, encoding } as const;
  const found =
    learner === 'DR'
      ? await learnDoublyRobust(experiment, { fold, count: folds }, samples, options)
      : { members: await learnMeta(experiment, learner, samples, options) };
  const notices = [
    ...attritionNotices(options.counts ?? experiment.counts, options.none ?? 'none', options.labels),
    ...('overlap' in found
      ? [
          ...noticesOf(found.overlap, fold.length),
          ...doubtsOf(experiment, found.averageEffects, options.labels),
        ]
      : []),
  ];
  const model: UpliftModel = { ...shape, ...found, customers: fold.length, notices };
  return { model, experiment, fold };
}

function leaveOut(fold: Int32Array, folds: number): Sample[] {
  return Array.from({ length: folds }, (_, k) => ({
    rows: rowsWhere(fold.length, (i) => fold[i] !== k),
    leftOut: k,
    apart: (k + 1) % folds,
  }));
}

/** Customers drawn with replacement, as many of each arm as there are. */
function resample({ arm, offers }: Experiment, resamples: number, folds: number, seed: number): Sample[] {
  const arms = ['none', ...offers].map((_, j) => rowsWhere(arm.length, (i) => arm[i] === j));
  return Array.from({ length: resamples }, (_, sample) => {
    const next = randomSource(seed, sample + 1);
    const drawn = arms.flatMap((rows) => Array.from(rows, () => rows[Math.floor(next() * rows.length)]));
    return { rows: Int32Array.from(drawn), apart: sample % folds };
  });
}

/** Where the chances tell so much of who got what, hardly anyone in one arm has someone alike in another. */
const mostPseudoR2 = 0.75;

function noticesOf(
  { propensity, clipped, clippedAt, effectiveShare, pseudoR2 = 0 }: Overlap,
  customers: number,
): string[] {
  const notices = [];
  if (propensity === 'estimated') {
    notices.push(
      'propensities were estimated: effects are only as good as the features explain who got what',
    );
  }
  if (clipped > 0) {
    notices.push(
      `${thousands(clipped)} of ${thousands(customers)} customers had less than a ${clippedAt} chance of what they got`,
    );
  }
  if (pseudoR2 > mostPseudoR2) {
    notices.push(
      'no overlap: what is known of customers all but tells who got what, so that effects are guesses',
    );
  }
  if (effectiveShare < 0.5) {
    notices.push(
      `little overlap: the weights leave ${Math.round(100 * effectiveShare)}% of the customers' information`,
    );
  }
  return notices;
}

/** Outcome models leave out every pair of folds: of more folds than these there are more models than any memory holds. */
const mostFolds = 50;

/** Each is a member of the model, which no memory holds more of. */
const mostResamples = 10_000;

type Checked = Required<Pick<UpliftOptions, 'learner' | 'folds' | 'resamples' | 'seed'>> &
  Pick<UpliftOptions, 'ladder' | 'threads'>;

function checkTogether({ learner, folds, resamples, ladder, seed, threads }: Checked): void {
  if (ladder && learner !== 'DR') {
    throw new InvalidOptionError('ladder', `ladder is for the DR learner alone: ${learner}`);
  }
  checkWhole('folds', folds, 3, mostFolds);
  checkWhole('resamples', resamples, 2, mostResamples);
  checkSeed(seed);
  if (threads !== undefined) checkWhole('threads', threads, 1);
}
