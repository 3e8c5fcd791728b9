import { formatCount } from '@clv/charts';
import type { ChurnModel } from '@clv/churn';
import type { ExpectedValues } from '@clv/prescribe';

import type { Config } from '../config/config.js';
import { aucCeiling } from './models/auc-ceiling.js';
import { beginTruth } from './evidence/begin-truth.js';
import { type BegunSegments, beginSegments } from './models/begin-segments.js';
import { type Checkpoints, type CheckpointsFor, noCheckpoints } from './stages/checkpoints.js';
import { unknownOutcomes } from './customers/count-experiment.js';
import { decide } from './decide.js';
import type { EngineFindings } from './policy/engine-findings.js';
import type { EngineRun } from './engine-run.js';
import type { ComparedPolicies } from './evidence/run-evidence.js';
import { gatherEvidence } from './evidence/gather-evidence.js';
import { hashBeside } from './customers/load/hash-beside.js';
import { loadCustomers } from './customers/load/load-customers.js';
import { type PolicyFigures, policyFigures } from './policy/policy-totals.js';
import { type CustomerRows, rowsToPrescribe } from './customers/rows-to-prescribe.js';
import type { Foreknown } from './policy/prescribed-customers.js';
import { type RunObserver, StageClock, silentObserver } from './stages/stages.js';
import { type SoundCustomers, soundCustomers } from './customers/sound-customers.js';
import { summarize } from './summarize.js';

/** Called as a run advances: what is started then runs alongside the rest of it. */
export interface RunListener {
  /** It is known whom to prescribe for, and not yet what. */
  customersKnown?(customers: CustomerRows): void;
  /** The trees that tell who will leave have grown, or are there: another thread has time from here on. */
  treesGrown?(): void;
  /** It is known by which model who will leave, and what the customers to prescribe for are worth. */
  worthKnown?(churn: ChurnModel, customers: Foreknown): void;
  /** It is decided who gets what, and not yet judged. */
  decided?(findings: EngineFindings): Promise<void> | void;
  /** It is known what that comes to. */
  addedUp?(findings: EngineFindings, figures: PolicyFigures): void;
  /** It is known how the policy does, and not yet what that depends on. */
  compared?(findings: EngineFindings, policies: ComparedPolicies): void;
}

/**
 * Runs every stage in memory; writes nothing.
 *
 * @param observer is told of each stage (default: nobody is).
 */
export async function runEngine(
  config: Config,
  observer: RunObserver = silentObserver,
  {
    signal,
    checkpointsFor = () => noCheckpoints,
    listeners = [],
  }: { signal?: AbortSignal; checkpointsFor?: CheckpointsFor; listeners?: readonly RunListener[] } = {},
): Promise<EngineRun> {
  const clock = new StageClock(observer);

  const loaded = await clock.run(
    'customers',
    () => loadCustomers(config),
    ({ rows, name }) => `${formatCount(rows)} from ${name}`,
  );
  const begun = beginSegments(loaded, config);
  const customers = await clock.run(
    'check',
    () => soundCustomers(loaded, config),
    ({ prescribed, rejected, experiment }) =>
      `${rejected === 0 ? 'no faults' : `${formatCount(rejected)} rows set aside`}; ${formatCount(prescribed.length)} to prescribe for${unknownOutcomes(experiment)}`,
  );
  const known = rowsToPrescribe(customers);
  for (const listener of listeners) listener.customersKnown?.(known);
  const hash = hashBeside(customers.columns, customers.rows);
  const run = await runStages(customers, config, clock, {
    signal,
    checkpoints: checkpointsFor(hash),
    listeners,
    begun,
  });
  return { ...run, customers: { ...run.customers, sha256: await hash } };
}

/** Runs the stages that learn, decide and judge, for customers who have been read and found sound. */
export async function runStages(
  customers: SoundCustomers,
  config: Config,
  clock: StageClock,
  {
    signal,
    checkpoints,
    listeners = [],
    begun,
  }: {
    signal?: AbortSignal;
    checkpoints: Checkpoints;
    listeners?: readonly RunListener[];
    begun?: BegunSegments;
  },
): Promise<EngineRun> {
  const ceiling = aucCeiling(customers);
  // Where it is not found, that is nobody's fault until it is waited for.
  ceiling.catch(() => {});
  let truth: Promise<ExpectedValues> | undefined;
  const treesGrown = once(() => {
    truth = beginTruth(customers, config);
    for (const listener of listeners) listener.treesGrown?.();
  });
  const worthKnown = (churn: ChurnModel, customers: Foreknown) => {
    for (const listener of listeners) listener.worthKnown?.(churn, customers);
  };
  const findings = await decide(customers, config, clock, {
    signal,
    checkpoints,
    begun,
    treesGrown,
    worthKnown,
  });
  const { evidence, figures } = await clock.run(
    'evidence',
    async () => {
      for (const listener of listeners) await listener.decided?.(findings);
      const figures = policyFigures(findings.prescribed);
      for (const listener of listeners) listener.addedUp?.(findings, figures);
      const compared = (policies: ComparedPolicies) => {
        for (const listener of listeners) listener.compared?.(findings, policies);
      };
      const evidence = await checkpoints.keep('evidence', () => gatherEvidence(findings, compared, truth));
      return { evidence, figures };
    },
    ({ evidence: { policies } }) => `${policies.length} policies compared`,
  );
  return {
    ...findings,
    evidence,
    summary: summarize({ ...findings, evidence }, figures, await ceiling),
    seconds: clock.seconds,
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
