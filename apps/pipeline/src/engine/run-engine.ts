import type { ChurnModel } from '@clv/churn';
import type { RunSummary } from '@clv/contracts';
import { type CheckedOffer, prescribe } from '@clv/prescribe';
import { type SegmentModel, assignSegments, fitSegments, nameSegments } from '@clv/segment';

import type { Config } from '../config/config.js';
import { type CheckedCustomers, checkCustomers } from './check-customers.js';
import { configOffers, customerInputs } from './customer-inputs.js';
import { type RunEvidence, gatherEvidence } from './evidence.js';
import { type ForetoldChurn, foretellChurn } from './foretell-churn.js';
import { type LearnedEffects, learnEffects } from './learn-effects.js';
import { loadCustomers } from './load-customers.js';
import type { PrescribedCustomers } from './prescribed-customers.js';
import { type RunObserver, type Stage, StageClock, silentObserver } from './stages.js';
import { summarize } from './summarize.js';
import { takeMatrixRows, takeRows } from './take-rows.js';
import { horizonOf, valueCustomers } from './value-customers.js';

/** What the stages found. */
export interface EngineFindings {
  config: Config;
  /** All customers of the input, known and current. */
  customers: CheckedCustomers;
  segments: SegmentModel;
  churn: ChurnModel;
  /** Only where the input holds the log of an experiment. */
  effects?: LearnedEffects;
  /** Those who get a prescription, and what it is. */
  prescribed: PrescribedCustomers;
}

/** A whole run; the run folder is written from it. */
export interface EngineRun extends EngineFindings {
  evidence: RunEvidence;
  summary: RunSummary;
  seconds: Partial<Record<Stage, number>>;
}

/** Runs every stage in memory; writes nothing. */
export async function runEngine(
  config: Config,
  observer: RunObserver = silentObserver,
  signal?: AbortSignal,
): Promise<EngineRun> {
  const clock = new StageClock(observer);

  const loaded = await clock.run(
    'customers',
    () => loadCustomers(config),
    ({ rows, name }) => `${count(rows)} from ${name}`,
  );
  const customers = await clock.run(
    'check',
    () => checkCustomers(loaded, config),
    (checked) => `no faults; ${count(checked.prescribed.length)} to prescribe for`,
  );
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
    (onProgress) => foretellChurn(customers, config, months, { signal, onProgress }),
    ({ model }) => `held-out AUC ${model.report.auc.toFixed(3)} over ${config.churn.folds} folds`,
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
      const learned = await learnEffects(customers, stated, config.seed);
      const offers = learned?.offers ?? stated;
      return {
        effects: learned,
        prescribed: prescribeFor(customers, foretold, segments, offers, learned?.effect, config),
      };
    },
    ({ prescribed: { decision } }) =>
      `${count(decision.choice.filter((offer) => offer > 0).length)} customers get one`,
  );
  const findings = { config, customers, segments, churn, effects, prescribed };
  const evidence = await clock.run(
    'evidence',
    () => gatherEvidence(findings),
    ({ policies }) => `${policies.length} policies compared`,
  );
  return { ...findings, evidence, summary: summarize(findings), seconds: clock.seconds };
}

/** Decides for the customers who are to be prescribed for. */
function prescribeFor(
  customers: CheckedCustomers,
  { probabilities, survival }: ForetoldChurn,
  segments: SegmentModel,
  offers: CheckedOffer[],
  effect: Float64Array | undefined,
  config: Config,
): PrescribedCustomers {
  const rows = customers.prescribed;
  const columns = Object.fromEntries(
    Object.entries(customers.columns).map(([name, cells]) => [name, takeRows(cells, rows)]),
  );
  const pChurn = takeRows(probabilities, rows);
  const months = survival && survival.length / probabilities.length;
  const staying = { pChurn, survival: survival && takeMatrixRows(survival, months!, rows) };
  const value = valueCustomers(takeRows(customers.margin, rows), staying, config);
  const inputs = customerInputs(
    {
      pChurn,
      price: takeRows(customers.price, rows),
      sensitivity: customers.sensitivity && takeRows(customers.sensitivity, rows),
      effect: effect && takeMatrixRows(effect, offers.length, rows),
    },
    value,
    offers,
  );
  const { id } = customers.schema.roles;
  return {
    rows: rows.length,
    columns,
    id: { column: id, cells: id === undefined ? rows.map((row) => row + 1) : columns[id] },
    labels: takeRows(customers.labels, rows),
    segment: assignSegments(segments, columns).segment,
    segmentNames: segments.names,
    pChurn,
    clv: value.clv,
    inputs,
    decision: prescribe(inputs, {
      offers,
      budget: config.budget ?? undefined,
      budgetBasis: config.budget_basis,
    }),
  };
}

/** The manager's own choice, else what a customer pays and how long they have. */
function segmentFeatures({ schema: { roles } }: CheckedCustomers): string[] {
  if (roles.segment_features?.length) return [...roles.segment_features];
  return [roles.margin ?? roles.price, roles.tenure].filter((name) => name !== undefined);
}

const count = (rows: number) => rows.toLocaleString('en-US');
