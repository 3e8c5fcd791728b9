import type { Config } from '../config/config.js';
import { type BegunSegments, beginSegments } from './begin-segments.js';
import { type Checkpoints, type CheckpointsFor, noCheckpoints } from './checkpoints.js';
import { decide } from './decide.js';
import type { EngineRun } from './engine-run.js';
import { gatherEvidence } from './evidence.js';
import { hashOf } from './input-hash.js';
import { loadCustomers } from './load-customers.js';
import type { CustomerRows, PrescribedCustomers } from './prescribed-customers.js';
import { rowsToPrescribe } from './rows-to-prescribe.js';
import { type RunObserver, StageClock, silentObserver } from './stages.js';
import { type SoundCustomers, soundCustomers } from './sound-customers.js';
import { summarize } from './summarize.js';

/** Who is told how far a run has come: what they begin then goes on beside the rest of it. */
export interface RunListener {
  /** It is known whom to prescribe for, and not yet what. */
  customersKnown(customers: CustomerRows): void;
  /** It is decided who gets what, and not yet judged. */
  decided(prescribed: PrescribedCustomers): Promise<void>;
}

/** Runs every stage in memory; writes nothing. */
export async function runEngine(
  config: Config,
  observer: RunObserver = silentObserver,
  {
    signal,
    checkpointsFor = () => noCheckpoints,
    listener,
  }: { signal?: AbortSignal; checkpointsFor?: CheckpointsFor; listener?: RunListener } = {},
): Promise<EngineRun> {
  const clock = new StageClock(observer);

  const loaded = await clock.run(
    'customers',
    () => loadCustomers(config),
    ({ rows, name }) => `${count(rows)} from ${name}`,
  );
  const begun = beginSegments(loaded, config);
  const customers = await clock.run(
    'check',
    () => soundCustomers(loaded, config),
    ({ prescribed, rejected }) =>
      `${rejected === 0 ? 'no faults' : `${count(rejected)} rows set aside`}; ${count(prescribed.length)} to prescribe for`,
  );
  listener?.customersKnown(rowsToPrescribe(customers));
  const sha256 = hashOf(customers.columns);
  return runStages({ ...customers, sha256 }, config, clock, {
    signal,
    checkpoints: checkpointsFor(sha256),
    listener,
    begun,
  });
}

/** Runs the stages that learn, decide and judge, for customers who have been read and found sound. */
export async function runStages(
  customers: SoundCustomers,
  config: Config,
  clock: StageClock,
  {
    signal,
    checkpoints = noCheckpoints,
    listener,
    begun,
  }: {
    signal?: AbortSignal;
    checkpoints?: Checkpoints;
    listener?: RunListener;
    begun?: BegunSegments;
  } = {},
): Promise<EngineRun> {
  const findings = await decide(customers, config, clock, { signal, checkpoints, begun });
  const evidence = await clock.run(
    'evidence',
    async () => {
      await listener?.decided(findings.prescribed);
      return checkpoints.keep('evidence', () => gatherEvidence(findings));
    },
    ({ policies }) => `${policies.length} policies compared`,
  );
  return { ...findings, evidence, summary: summarize({ ...findings, evidence }), seconds: clock.seconds };
}

const count = (rows: number) => rows.toLocaleString('en-US');
