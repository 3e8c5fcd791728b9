import { InvalidOptionError, randomSource, type RunControl } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import type { Encoding, TableLike } from '@clv/table';
import { readExperiment, type Experiment, type ExperimentColumns } from './experiment.js';
import { dealFolds, rowsWhere } from './fold.js';
import { fitOutcome } from './learn/cross-fit.js';
import { averageOf, doublyRobustScores, type Overlap } from './learn/doubly-robust-scores.js';
import { learners, type EffectModel, type Learner } from './learn/learners.js';

/** How effects are learned; each has a default. */
export interface UpliftOptions extends ExperimentColumns, RunControl {
  /** S, T and X are meta-learners for experiments; DR (default) also stands confounding, if propensities are right. */
  learner?: Learner;
  /** Parts for cross-fitting and for the jackknife's standard errors, at least 2 (default 4); more take longer. */
  folds?: number;
  /** Where standard errors come from: leaving each fold out (`jackknife`, default), or resampling customers. */
  resampling?: 'jackknife' | 'bootstrap';
  /** Bootstrap samples (default 20). */
  replicates?: number;
  /** The same seed gives the same model (default 42). */
  seed?: number;
  /** Threads that grow trees; the model is the same for any. */
  threads?: number;
}

/** The ensemble's part that learned from one share or resample of the customers. */
export interface UpliftMember {
  /** The outcome expected without an offer. */
  none: GbdtModel;
  /** By offer, in the model's order. */
  effects: EffectModel[];
}

/** An average effect of an offer on all customers, by AIPW. */
export interface AverageEffect {
  offer: string;
  effect: number;
  standardError: number;
}

/** Whom an offer changes: plain data. */
export interface UpliftModel {
  format: 'clv-uplift';
  version: 1;
  learner: Learner;
  offers: string[];
  binary: boolean;
  resampling: 'jackknife' | 'bootstrap';
  encoding: Encoding;
  members: UpliftMember[];
  customers: number;
  /** Only of the DR learner. */
  averageEffects?: AverageEffect[];
  overlap?: Overlap;
  /** What a reader must know, in sentences. */
  notices: string[];
}

/**
 * Learns from an experiment's log what each offer does to each customer, against none.
 *
 * @throws InvalidInputError with every fault of the log; InvalidOptionError for an option out of range.
 */
export async function fitUplift(table: TableLike, options: UpliftOptions): Promise<UpliftModel> {
  const {
    learner = 'DR',
    folds = 4,
    resampling = 'jackknife',
    seed = 42,
    threads,
    signal,
    onProgress,
  } = options;
  checkOptions(learner, folds, resampling, options.replicates ?? 20);
  const experiment = readExperiment(table, options);
  const control = { ...(threads && { threads }), ...(signal && { signal }) };
  const fold = dealFolds(experiment.arm, folds, seed);
  const found = learner === 'DR' ? await doublyRobustScores(experiment, fold, control) : undefined;
  const samples =
    resampling === 'jackknife' ? leaveOut(fold, folds) : resample(experiment, options.replicates ?? 20, seed);
  const members: UpliftMember[] = [];
  for (const rows of samples) {
    signal?.throwIfAborted();
    onProgress?.(members.length, samples.length);
    // Cross-fitting has left the same folds out before.
    const crossFitted = resampling === 'jackknife' ? found?.outcomes[members.length][0] : undefined;
    const none = crossFitted ?? (await fitOutcome(experiment, rows, 0, control));
    const effects: EffectModel[] = [];
    for (let offer = 0; offer < experiment.offers.length; offer++) {
      effects.push(
        await learners[learner]({ experiment, rows, offer, none, scores: found?.scores, control }),
      );
    }
    members.push({ none, effects });
  }
  const { offers, binary, encoding } = experiment;
  const shape = { format: 'clv-uplift', version: 1, learner, offers, binary, resampling, encoding } as const;
  const model = { ...shape, members, customers: fold.length, notices: [] };
  if (!found) return model;
  const averageEffects = offers.map((offer, j) => ({ offer, ...averageOf(found.scores, offers.length, j) }));
  return { ...model, averageEffects, overlap: found.overlap, notices: noticesOf(found.overlap, fold.length) };
}

function leaveOut(fold: Int32Array, folds: number): Int32Array[] {
  return Array.from({ length: folds }, (_, k) => rowsWhere(fold.length, (i) => fold[i] !== k));
}

/** Customers drawn with replacement, as many of each arm as there are. */
function resample({ arm, offers }: Experiment, replicates: number, seed: number): Int32Array[] {
  const arms = ['none', ...offers].map((_, j) => rowsWhere(arm.length, (i) => arm[i] === j));
  return Array.from({ length: replicates }, (_, replicate) => {
    const next = randomSource(seed, replicate + 1);
    const drawn = arms.flatMap((rows) => Array.from(rows, () => rows[Math.floor(next() * rows.length)]));
    return Int32Array.from(drawn);
  });
}

function noticesOf({ propensity, clipped, clippedAt, effectiveShare }: Overlap, customers: number): string[] {
  if (propensity === 'known') return [];
  const notices = [
    'propensities were estimated: effects are only as good as the features explain who got what',
  ];
  if (clipped > 0) {
    notices.push(`${clipped} of ${customers} customers had less than a ${clippedAt} chance of what they got`);
  }
  if (effectiveShare < 0.5) {
    notices.push(
      `little overlap: the weights leave ${Math.round(100 * effectiveShare)}% of the customers' information`,
    );
  }
  return notices;
}

function checkOptions(learner: string, folds: number, resampling: string, replicates: number): void {
  if (!Object.hasOwn(learners, learner)) {
    throw new InvalidOptionError('learner', `learner must be S, T, X or DR: ${learner}`);
  }
  if (!['jackknife', 'bootstrap'].includes(resampling)) {
    throw new InvalidOptionError('resampling', `resampling must be jackknife or bootstrap: ${resampling}`);
  }
  for (const [option, value] of Object.entries({ folds, replicates })) {
    if (Number.isInteger(value) && value >= 2) continue;
    throw new InvalidOptionError(option, `${option} must be a whole number of at least 2: ${value}`);
  }
}
