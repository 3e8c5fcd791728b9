import { rocAuc } from '@clv/churn';
import type { OfferSummary, RunSummary, SegmentSummary } from '@clv/contracts';

import { holdoutPower } from './holdout-power.js';
import { type PrescribedCustomers, ofChosen } from './prescribed-customers.js';
import type { EngineFindings, EngineRun } from './engine-run.js';

/** Adds a run up into `summary.json`. */
export function summarize({
  config,
  customers,
  segments,
  churn,
  effects,
  prescribed,
  evidence,
}: Pick<EngineRun, keyof EngineFindings | 'evidence'>): RunSummary {
  const { roles } = customers.schema;
  const { baseline, optimized, spend, choice } = prescribed.decision;
  const { report } = churn;
  const holdout = holdoutPower(prescribed, config.holdout);
  return {
    format: 'clv-summary',
    version: 1,
    customers: prescribed.rows,
    backtest: customers.backtest,
    total_potential_value: sum(prescribed.clv),
    baseline_retention_value: baseline,
    optimized_retention_value: optimized,
    net_gain: optimized - baseline,
    roi: spend > 0 ? (optimized - baseline) / spend : null,
    offer_spend: spend,
    budget: config.budget,
    intervention_rate: choice.filter((offer) => offer > 0).length / prescribed.rows,
    mean_p_churn: sum(prescribed.pChurn) / prescribed.rows,
    churn_rate: report.churnRate,
    auc: report.auc,
    ...(customers.truth && { auc_ceiling: rocAuc(customers.labels, customers.truth.pChurn) }),
    log_loss: report.logLoss,
    brier: report.brier,
    ece: report.ece,
    ...(evidence.stability && { choice_stability: evidence.stability }),
    ...(holdout && { holdout }),
    horizon_months: config.horizon_months,
    currency: config.currency,
    columns: {
      id: roles.id ?? 'row',
      label: roles.label,
      price: roles.price,
      margin: roles.margin,
      tenure: roles.tenure,
    },
    margin_rate: roles.margin_rate,
    segments: segmentSummaries(prescribed),
    offers: offerSummaries(prescribed),
    notices: [
      ...customers.notices,
      ...segments.notices,
      ...churn.warnings,
      ...(effects?.notices ?? []),
      ...(effects === undefined && config.risk_aversion > 0 ? [riskAversionNotice] : []),
      ...(customers.truth ? [truthNotice] : []),
      ...(customers.backtest ? [backtestNotice(config.active_only)] : []),
    ],
  };
}

function segmentSummaries(customers: PrescribedCustomers): SegmentSummary[] {
  const { segment, segmentNames, pChurn, clv, decision } = customers;
  const { values, choice, offers } = decision;
  const members = grouped(segment, segmentNames.length);
  return segmentNames.map((label, number) => {
    const own = members[number];
    const size = Math.max(own.length, 1);
    return {
      segment: number,
      label,
      customers: own.length,
      mean_p_churn: sumOver(own, (i) => pChurn[i]) / size,
      mean_clv: sumOver(own, (i) => clv[i]) / size,
      baseline: sumOver(own, (i) => values.value[i * offers.length]),
      optimized: sumOver(own, (i) => ofChosen(customers, values.value, i)),
      intervention_rate: own.filter((i) => choice[i] > 0).length / size,
    };
  });
}

function offerSummaries(customers: PrescribedCustomers): OfferSummary[] {
  const { offers, choice, values } = customers.decision;
  const takers = grouped(choice, offers.length);
  return offers.map(({ id, label }, offer) => ({
    offer: id,
    label,
    customers: takers[offer].length,
    cost: sumOver(takers[offer], (i) => ofChosen(customers, values.cost, i)),
    expected_gain: sumOver(takers[offer], (i) => ofChosen(customers, values.gain, i)),
  }));
}

/** The customers of each group, by its number. */
function grouped(group: Int32Array, groups: number): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  group.forEach((number, i) => members[number].push(i));
  return members;
}

const truthNotice =
  'These customers are synthetic, so policies are compared by what they would truly gain; all other figures are expectations, as with real customers.';

const riskAversionNotice =
  'No effects were learned, and stated lifts have no standard errors: risk_aversion changes nothing.';

const backtestNotice = (activeOnly: boolean) =>
  activeOnly
    ? 'Every outcome is known: this is a back-test at the snapshot, for the customers who stayed.'
    : 'Every outcome is known: this is a back-test at the snapshot, and customers who have left are prescribed for too.';

const sumOver = (customers: readonly number[], term: (i: number) => number) =>
  customers.reduce((total, i) => total + term(i), 0);

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);
