import { type ChurnModel, crossFitChurn } from '@clv/churn';
import type { RunSummary } from '@clv/contracts';
import type { Prescription } from '@clv/prescribe';
import { type Assignment, type SegmentModel, assignSegments, fitSegments, nameSegments } from '@clv/segment';

import type { Config } from '../config/config.js';
import { type CheckedCustomers, checkCustomers } from './check-customers.js';
import { loadCustomers } from './load-customers.js';
import { prescribeOffers } from './prescribe-offers.js';
import { type RunObserver, type Stage, StageClock, silentObserver } from './stages.js';
import { summarize } from './summarize.js';
import { valueCustomers } from './value-customers.js';

/** What the stages found. Arrays have one entry a row of the input, unless they say otherwise. */
export interface EngineFindings {
  config: Config;
  customers: CheckedCustomers;
  segments: SegmentModel;
  assignment: Assignment;
  churn: ChurnModel;
  pChurn: Float64Array;
  clv: Float64Array;
  /** One entry a prescribed row, in their order. */
  prescription: Prescription;
}

/** A whole run; the run folder is written from it. */
export interface EngineRun extends EngineFindings {
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
    ({ prescribed }) => `no faults; ${count(prescribed.length)} to prescribe for`,
  );
  const { columns, schema } = customers;

  const clusters = await clock.run(
    'segment',
    () =>
      fitSegments(columns, { features: segmentFeatures(customers), k: config.segments.k, seed: config.seed }),
    ({ features, centroids }) => `${centroids.length} groups by ${features.join(', ')}`,
  );
  const { model: churn, probabilities: pChurn } = await clock.run(
    'churn',
    (onProgress) =>
      crossFitChurn(columns, schema, { ...config.churn, seed: config.seed, signal, onProgress }),
    ({ model }) => `held-out AUC ${model.report.auc.toFixed(3)} over ${config.churn.folds} folds`,
  );
  const value = await clock.run(
    'value',
    () => valueCustomers(customers.margin, pChurn, config),
    () =>
      `${config.horizon_months} months, discounted ${(config.annual_discount_rate * 100).toFixed(0)}% a year`,
  );
  const segments = nameSegments(clusters, columns, { value: value.clv, risk: pChurn });
  const assignment = assignSegments(segments, columns);
  const prescription = await clock.run(
    'prescribe',
    () => prescribeOffers(customers, pChurn, value, config),
    ({ choice }) => `${count(choice.filter((offer) => offer > 0).length)} customers get one`,
  );

  const found = { config, customers, segments, assignment, churn, pChurn, clv: value.clv, prescription };
  return { ...found, summary: summarize(found), seconds: clock.seconds };
}

/** The manager's own choice, else what a customer pays and how long they have. */
function segmentFeatures({ schema: { roles } }: CheckedCustomers): string[] {
  if (roles.segment_features?.length) return [...roles.segment_features];
  return [roles.margin ?? roles.price, roles.tenure].filter((name) => name !== undefined);
}

const count = (rows: number) => rows.toLocaleString('en-US');
