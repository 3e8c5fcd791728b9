import type { HoldoutSummary, RunSummary } from '@clv/contracts';

import { HoldoutPower } from './policy/holdout-power.js';
import type { JudgedFindings } from './evidence/run-evidence.js';
import { noLiftNotices } from './policy/no-lift.js';
import type { PolicyFigures } from './policy/policy-totals.js';
import type { PrescribedCustomers } from './policy/prescribed-customers.js';
import { rowColumn } from './customers/result-columns.js';

/**
 * Adds a run up into `summary.json`.
 *
 * @param ceiling the AUC of the truth, where it is known.
 */
export function summarize(
  { config, customers, segments, churn, effects, prescribed, evidence }: JudgedFindings,
  { gain: _, spend: __, ...figures }: PolicyFigures,
  ceiling: number | undefined,
): RunSummary {
  const { roles } = customers.schema;
  const { baseline, optimized, spend } = prescribed.decision;
  const { report } = churn;
  const holdout = holdoutOf(prescribed);
  return {
    format: 'clv-summary',
    version: 1,
    ...figures,
    backtest: customers.backtest,
    baseline_retention_value: baseline,
    optimized_retention_value: optimized,
    net_gain: optimized - baseline,
    roi: spend > 0 ? (optimized - baseline) / spend : null,
    offer_spend: spend,
    budget: config.budget,
    churn_rate: report.churnRate,
    auc: report.auc,
    ...(ceiling !== undefined && { auc_ceiling: ceiling }),
    log_loss: report.logLoss,
    brier: report.brier,
    ece: report.ece,
    ...(evidence.stability && { choice_stability: evidence.stability }),
    ...(holdout && { holdout }),
    horizon_months: config.horizon_months,
    currency: config.currency,
    columns: {
      id: roles.id ?? rowColumn,
      label: roles.label,
      price: roles.price,
      margin: roles.margin,
      tenure: roles.tenure,
    },
    margin_rate: roles.margin_rate,
    notices: [
      ...customers.notices,
      ...segments.notices,
      ...churn.warnings,
      ...(effects?.notices ?? []),
      ...noLiftNotices(prescribed.decision.offers, effects !== undefined),
      ...(effects === undefined && config.risk_aversion > 0 ? [riskAversionNotice] : []),
      ...(customers.truth ? [truthNotice] : []),
      ...(customers.backtest ? [backtestNotice(config.active_only)] : []),
    ],
  };
}

function holdoutOf({ campaign, policy }: PrescribedCustomers): HoldoutSummary | undefined {
  if (campaign === undefined) return undefined;
  const power = new HoldoutPower(campaign.share);
  power.add(campaign, policy.values);
  return power.summary();
}

const truthNotice =
  'These customers are synthetic, so policies are compared by what they would truly gain; all other figures are expectations, as with real customers.';

const riskAversionNotice =
  'No effects were learned, and stated lifts have no standard errors: risk_aversion changes nothing.';

const backtestNotice = (activeOnly: boolean) =>
  activeOnly
    ? 'Every outcome is known: this is a back-test at the snapshot, for the customers who stayed.'
    : 'Every outcome is known: this is a back-test at the snapshot, and customers who have left are prescribed for too.';
