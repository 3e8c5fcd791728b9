import { rocAuc } from '@clv/churn';
import type { OfferSummary, RunSummary, SegmentSummary } from '@clv/contracts';

import type { EngineFindings } from './run-engine.js';

/** Adds a run up into `summary.json`. */
export function summarize(run: EngineFindings): RunSummary {
  const { config, customers, churn, prescription, clv, pChurn } = run;
  const { roles } = customers.schema;
  const { baseline, optimized, spend } = prescription;
  const chosen = prescription.choice.filter((offer) => offer > 0).length;
  const rows = [...customers.prescribed];
  return {
    format: 'clv-summary',
    version: 1,
    customers: rows.length,
    backtest: customers.backtest,
    total_potential_value: sum(rows, (row) => clv[row]),
    baseline_retention_value: baseline,
    optimized_retention_value: optimized,
    net_gain: optimized - baseline,
    roi: spend > 0 ? (optimized - baseline) / spend : null,
    offer_spend: spend,
    budget: config.budget,
    intervention_rate: rows.length === 0 ? 0 : chosen / rows.length,
    mean_p_churn: sum(rows, (row) => pChurn[row]) / rows.length,
    churn_rate: churn.report.churnRate,
    auc: churn.report.auc,
    ...(customers.truth && { auc_ceiling: rocAuc(customers.labels, customers.truth) }),
    log_loss: churn.report.logLoss,
    brier: churn.report.brier,
    ece: churn.report.ece,
    horizon_months: config.horizon_months,
    currency: config.currency,
    columns: { id: roles.id ?? 'row', label: roles.label, price: roles.price, tenure: roles.tenure },
    segments: segmentSummaries(run),
    offers: offerSummaries(run),
    notices: [
      ...customers.notices,
      ...run.segments.notices,
      ...churn.warnings,
      ...(customers.backtest ? [backtestNotice(config.active_only)] : []),
    ],
  };
}

function segmentSummaries({
  segments,
  assignment,
  customers,
  prescription,
  pChurn,
  clv,
}: EngineFindings): SegmentSummary[] {
  const { values, choice, offers } = prescription;
  const members: number[][] = segments.names.map(() => []);
  customers.prescribed.forEach((row, i) => members[assignment.segment[row]].push(i));
  const row = (i: number) => customers.prescribed[i];
  return segments.names.map((label, segment) => {
    const own = members[segment];
    const size = Math.max(own.length, 1);
    return {
      segment,
      label,
      customers: own.length,
      mean_p_churn: sum(own, (i) => pChurn[row(i)]) / size,
      mean_clv: sum(own, (i) => clv[row(i)]) / size,
      baseline: sum(own, (i) => values.value[i * offers.length]),
      optimized: sum(own, (i) => values.value[i * offers.length + choice[i]]),
      intervention_rate: own.filter((i) => choice[i] > 0).length / size,
    };
  });
}

function offerSummaries({ prescription }: EngineFindings): OfferSummary[] {
  const { values, choice, offers } = prescription;
  const takers: number[][] = offers.map(() => []);
  choice.forEach((offer, i) => takers[offer].push(i));
  return offers.map(({ id, label }, offer) => ({
    offer: id,
    label,
    customers: takers[offer].length,
    cost: sum(takers[offer], (i) => values.cost[i * offers.length + offer]),
    expected_gain: sum(takers[offer], (i) => values.gain[i * offers.length + offer]),
  }));
}

const backtestNotice = (activeOnly: boolean) =>
  activeOnly
    ? 'Every outcome is known: this is a back-test at the snapshot, for the customers who stayed.'
    : 'Every outcome is known: this is a back-test at the snapshot, and customers who have left are prescribed for too.';

function sum<T>(items: readonly T[], term: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += term(item);
  return total;
}
