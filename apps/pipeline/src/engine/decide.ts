import type { ChurnModel } from '@clv/churn';
import { nameSegments } from '@clv/segment';

import type { Config } from '../config/config.js';
import type { BegunSegments } from './models/begin-segments.js';
import type { Checkpoints } from './stages/checkpoints.js';
import { howManyGetOffers } from '../privacy/who-gets-offers.js';
import { counted } from '../wording/counted.js';
import { configOffers } from './policy/customer-inputs.js';
import type { EngineFindings } from './policy/engine-findings.js';
import type { Foreknown } from './policy/prescribed-customers.js';
import { findSegments } from './models/find-segments.js';
import { learnChurn } from './models/learn-churn.js';
import { learnEffects } from './models/learn-effects.js';
import { prescribeFor, valuedAt } from './policy/prescribe-for.js';
import type { SoundCustomers } from './customers/sound-customers.js';
import type { StageClock } from './stages/stages.js';
import { survivalOf } from './models/survival-of.js';
import { valueBeside } from './models/value-beside.js';

/** Learns who they are, who will leave and what they are worth, and decides who gets what. */
export async function decide(
  customers: SoundCustomers,
  config: Config,
  clock: StageClock,
  {
    signal,
    checkpoints,
    begun,
    treesGrown,
    worthKnown,
  }: {
    signal?: AbortSignal;
    checkpoints: Checkpoints;
    begun?: BegunSegments;
    /** Called as soon as the last trees have grown, and again at the end of the stage, also where it was kept. */
    treesGrown: () => void;
    worthKnown: (churn: ChurnModel, customers: Foreknown) => void;
  },
): Promise<EngineFindings> {
  const { columns } = customers;
  const stated = configOffers(config);
  const { model: churn, probabilities } = await clock.run(
    'churn',
    (onProgress) => {
      const watched = (done: number, total: number) => {
        onProgress(done, total);
        if (done === total) treesGrown();
      };
      return learnChurn(customers, config, { signal, onProgress: watched, checkpoints });
    },
    ({ model }) =>
      `held-out AUC ${model.report.auc.toFixed(3)} ${config.churn.once ? 'on a fifth' : `over ${config.churn.folds} folds`}`,
  );
  treesGrown();
  const { model: clusters, segment } = await clock.run(
    'segment',
    () => findSegments(customers, config, begun),
    ({ model: { features, centroids } }) => `${centroids.length} groups by ${features.join(', ')}`,
  );
  const { value, segments } = await clock.run(
    'value',
    async () => {
      const survival = survivalOf(churn, columns, config.window_months);
      const value = await valueBeside(customers.margin, { pChurn: probabilities, survival }, config);
      const segments = nameSegments(clusters, columns, { value: value.clv, risk: probabilities, segment });
      return { value, segments };
    },
    ({ segments: { names } }) => `over ${counted(config.horizon_months, 'month')}; ${names.join(', ')}`,
  );
  const valued = valuedAt(
    { pChurn: probabilities, value, segment, segmentNames: segments.names },
    customers.prescribed,
  );
  worthKnown(churn, valued);
  const { effects, prescribed } = await clock.run(
    'prescribe',
    async () => {
      const learned = await checkpoints.keep('prescribe', () => learnEffects(customers, stated, config));
      const offers = learned?.offers ?? stated;
      return {
        effects: learned,
        prescribed: prescribeFor(customers, valued, { offers, effects: learned }, config),
      };
    },
    ({ prescribed: { decision } }) =>
      howManyGetOffers(
        decision.choice.reduce((sum, offer) => sum + (offer > 0 ? 1 : 0), 0),
        decision.choice.length,
      ),
  );
  return { config, customers, segments, churn, effects, prescribed };
}
