import { fitSegments, nameSegments } from '@clv/segment';

import type { Config } from '../config/config.js';
import { type Checkpoints, type CheckpointsFor, noCheckpoints } from './checkpoints.js';
import type { CheckedCustomers } from './check-customers.js';
import { configOffers } from './customer-inputs.js';
import type { EngineRun } from './engine-run.js';
import { gatherEvidence } from './evidence.js';
import { foretellChurn } from './foretell-churn.js';
import { hashOf } from './input-hash.js';
import { learnEffects } from './learn-effects.js';
import { loadCustomers } from './load-customers.js';
import { prescribeFor } from './prescribe-for.js';
import { type RunObserver, StageClock, silentObserver } from './stages.js';
import { type SoundCustomers, soundCustomers } from './sound-customers.js';
import { summarize } from './summarize.js';
import { horizonOf, valueCustomers } from './value-customers.js';

/** Runs every stage in memory; writes nothing. */
export async function runEngine(
  config: Config,
  observer: RunObserver = silentObserver,
  {
    signal,
    checkpointsFor = () => noCheckpoints,
  }: { signal?: AbortSignal; checkpointsFor?: CheckpointsFor } = {},
): Promise<EngineRun> {
  const clock = new StageClock(observer);

  const loaded = await clock.run(
    'customers',
    () => loadCustomers(config),
    ({ rows, name }) => `${count(rows)} from ${name}`,
  );
  const customers = await clock.run(
    'check',
    () => soundCustomers(loaded, config),
    ({ prescribed, rejected }) =>
      `${rejected === 0 ? 'no faults' : `${count(rejected)} rows set aside`}; ${count(prescribed.length)} to prescribe for`,
  );
  const sha256 = hashOf(customers.columns);
  return runStages({ ...customers, sha256 }, config, clock, { signal, checkpoints: checkpointsFor(sha256) });
}

/** Runs the stages that learn and decide, for customers who have been read and found sound. */
export async function runStages(
  customers: SoundCustomers,
  config: Config,
  clock: StageClock,
  { signal, checkpoints = noCheckpoints }: { signal?: AbortSignal; checkpoints?: Checkpoints } = {},
): Promise<EngineRun> {
  const { columns } = customers;
  const clusters = await clock.run(
    'segment',
    () =>
      fitSegments(columns, { features: segmentFeatures(customers), k: config.segments.k, seed: config.seed }),
    ({ features, centroids }) => `${centroids.length} groups by ${features.join(', ')}`,
  );
  const stated = configOffers(config);
  const months = horizonOf(config, stated);
  const foretold = await clock.run(
    'churn',
    (onProgress) => foretellChurn(customers, config, months, { signal, onProgress, checkpoints }),
    ({ model }) =>
      `held-out AUC ${model.report.auc.toFixed(3)} ${config.churn.once ? 'on a fifth' : `over ${config.churn.folds} folds`}`,
  );
  const { model: churn, probabilities } = foretold;
  const segments = await clock.run(
    'value',
    () => {
      const staying = { pChurn: probabilities, survival: foretold.survival };
      const { clv } = valueCustomers(customers.margin, staying, config);
      return nameSegments(clusters, columns, { value: clv, risk: probabilities });
    },
    ({ names }) => `over ${config.horizon_months} months; ${names.join(', ')}`,
  );
  const { effects, prescribed } = await clock.run(
    'prescribe',
    async () => {
      const learned = await checkpoints.keep('prescribe', () => learnEffects(customers, stated, config.seed));
      const offers = learned?.offers ?? stated;
      return {
        effects: learned,
        prescribed: prescribeFor(customers, foretold, segments, offers, learned, config),
      };
    },
    ({ prescribed: { decision } }) =>
      `${count(decision.choice.filter((offer) => offer > 0).length)} customers get one`,
  );
  const findings = { config, customers, segments, churn, effects, prescribed };
  const evidence = await clock.run(
    'evidence',
    () => checkpoints.keep('evidence', () => gatherEvidence(findings)),
    ({ policies }) => `${policies.length} policies compared`,
  );
  return { ...findings, evidence, summary: summarize({ ...findings, evidence }), seconds: clock.seconds };
}

/** The manager's own choice, else what a customer pays and how long they have. */
function segmentFeatures({ schema: { roles } }: CheckedCustomers): string[] {
  if (roles.segment_features?.length) return [...roles.segment_features];
  return [roles.margin ?? roles.price, roles.tenure].filter((name) => name !== undefined);
}

const count = (rows: number) => rows.toLocaleString('en-US');
