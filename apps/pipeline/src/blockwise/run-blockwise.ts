import { formatCount, formatMoney } from '@clv/charts';
import { allocateBlocks, type BlockAllocation } from '@clv/prescribe';
import type { Schema } from '@clv/table';

import type { Config } from '../config/config.js';
import { type Checkpoints, type CheckpointsFor, noCheckpoints } from '../engine/stages/checkpoints.js';
import type { EngineRun } from '../engine/engine-run.js';
import { unknownOutcomes } from '../engine/customers/count-experiment.js';
import { type IsPrescribed, prescribedAmong } from '../engine/customers/prescribed-among.js';
import { runStages } from '../engine/run-engine.js';
import { type Scorer, scorerOf } from '../engine/policy/scorer.js';
import { setAsideNotices } from '../engine/customers/sound-customers.js';
import type { StageClock } from '../engine/stages/stages.js';
import type { TableSource } from '../input/table-source.js';
import type { PlannedFile } from '../files/write-whole.js';
import { AppraisalSpool } from './appraisal/appraisal-spool.js';
import { appraiseSource } from './appraisal/appraise-source.js';
import { heldOutOfSample, placesInSample } from './sample/places-in-sample.js';
import { runOfAll } from './whole/run-of-all.js';
import type { SampledSource } from './sample/sample-source.js';
import { checkSample } from './sample/check-sample.js';
import { schemaOf } from './columns/schema-of-source.js';
import { soundSource } from './sample/sound-source.js';
import { campaignFile, oneAfterAnother, resultsFile } from './decision/customer-files.js';
import { type Choose, type Decide, decideAll, decideWithHoldout } from './decision/decide-blocks.js';
import { tallyBlocks } from './decision/tally-blocks.js';

/** A run over more customers than memory holds. */
export interface BlockwiseRun {
  /** What was found: models, evidence and examples are the sample's, the policy's figures those of all customers. */
  run: EngineRun;
  /** The files that hold all customers, the results first, to be written while the source is open. */
  customers: PlannedFile[];
  /** Lets go of the disk. */
  close(): void;
}

export interface BlockwiseOptions {
  /** A folder with room for the appraisals: 8 * (3 + 4 * offers) bytes a row. */
  scratch: string;
  /** Rows of a block (default 65,536); a multiple of 1,024 makes the budget's sums those of a run in memory. */
  blockRows?: number;
  signal?: AbortSignal;
  checkpointsFor?: CheckpointsFor;
}

/**
 * Runs every stage over a source of any length: the models are fitted on a seeded sample of `fit_rows` rows; then all rows
 * are appraised block by block, and one budget is spent over them, exactly (two passes over their appraisals). Nobody's
 * chance of leaving, nor what an offer does to them, comes from a model that has seen what they did: those of the sample
 * keep what the cross-fitted models say.
 */
export async function runBlockwise(
  given: TableSource,
  config: Config,
  clock: StageClock,
  { scratch, blockRows, signal, checkpointsFor = () => noCheckpoints }: BlockwiseOptions,
): Promise<BlockwiseRun> {
  const { schema, notices } = await schemaOf(given, config);
  const {
    source,
    sample,
    schema: schemaOfFit,
    ...setAside
  } = await clock.run(
    'customers',
    (onProgress) => soundSource(given, schema, config, { blockRows, onProgress }),
    ({ sample: { rows, sampled, experiment }, rejected: aside }) =>
      `${formatCount(rows)} from ${given.name}, ${aside === 0 ? 'no faults' : `${formatCount(aside)} set aside`}; models are fitted on ${formatCount(sampled.length)}${unknownOutcomes(experiment)}`,
  );
  notices.push(...setAsideNotices(setAside.rejected, sample.rows, config));
  const isPrescribed = prescribedAmong(sample.labels, config.active_only);
  const { run: fitted, share } = await fitOn(sample, isPrescribed, {
    source,
    schema: schemaOfFit,
    config,
    notices,
    clock,
    signal,
    checkpoints: checkpointsFor(sample.sha256),
  });
  const scorer = scorerOf(fitted);
  const spool = await AppraisalSpool.create(scratch, scratch, scorer.offers.length);
  try {
    const policy = await clock.run(
      'appraise',
      async (onProgress) => {
        await appraiseSource(scorer, source, unprescribedLeftOut(spool, isPrescribed), {
          heldOut: heldOutOfSample(sample, fitted.prescribed, isPrescribed),
          isSound: true,
          blockRows,
          signal,
          onProgress: (done) => onProgress(done, sample.rows),
        });
        return allocateBlocks(() => choicesOf(spool), config.budget ?? undefined);
      },
      ({ spent }) => `one budget over all: ${formatMoney(spent, config.currency)} spent`,
    );
    const decided = { source, spool, scorer, decide: decisionsBy(policy, spool, scorer, config) };
    const customersOfSample = {
      count: fitted.prescribed.rows,
      visit: placesInSample(sample, isPrescribed),
    };
    const tally = tallyBlocks(decided, customersOfSample, isPrescribed);
    const run = runOfAll({ fitted, share, sample, isPrescribed, schema, setAside, config, policy, tally });
    const everyone = sample.labels.every((_, row) => isPrescribed(row));
    const results = resultsFile(decided, everyone ? undefined : isPrescribed);
    return {
      run,
      customers: oneAfterAnother(tally.campaign ? [results, campaignFile(decided)] : [results]),
      close: () => spool.close(),
    };
  } catch (error) {
    spool.close();
    throw error;
  }
}

/** Carries the policy out, except for those whom the config holds out. */
function decisionsBy(
  policy: BlockAllocation,
  spool: AppraisalSpool,
  scorer: Scorer,
  { holdout: share, seed }: Config,
): Decide {
  const choose: Choose = ({ choices, first }) => policy.choose(choices, first);
  return share > 0 ? decideWithHoldout(spool, scorer, choose, { share, seed }) : decideAll(scorer, choose);
}

interface Fitting {
  source: TableSource;
  schema: Schema;
  config: Config;
  notices: string[];
  clock: StageClock;
  signal?: AbortSignal;
  checkpoints: Checkpoints;
}

/** A run over the sample, with its share of the budget. */
async function fitOn(
  sample: SampledSource,
  isPrescribed: IsPrescribed,
  { source, schema, config, notices, clock, signal, checkpoints }: Fitting,
): Promise<{ run: EngineRun; share: number }> {
  const checked = checkSample(sample, source.name, schema, notices, config);
  const { sampled, labels, rows } = sample;
  const own = Int32Array.from(sampled.keys()).filter((i) => isPrescribed(sampled[i]));
  let all = 0;
  for (let row = 0; row < rows; row++) if (isPrescribed(row)) all++;
  const share = own.length / all;
  const run = await runStages(
    { ...checked, prescribed: own, backtest: !labels.includes(-1), rejects: [], rejected: 0 },
    { ...config, budget: config.budget === null ? null : config.budget * share },
    clock,
    { signal, checkpoints },
  );
  return { run, share };
}

/** Those who are not prescribed for take nothing of the budget. */
function unprescribedLeftOut(spool: AppraisalSpool, isPrescribed: IsPrescribed): Pick<AppraisalSpool, 'add'> {
  return {
    add(appraisal) {
      const { customers, offers, gain } = appraisal.choices;
      for (let i = 0; i < customers; i++)
        if (!isPrescribed(spool.rows + i)) gain.fill(0, i * offers, (i + 1) * offers);
      spool.add(appraisal);
    },
  };
}

function* choicesOf(spool: AppraisalSpool) {
  for (const { choices } of spool.read()) yield choices;
}
