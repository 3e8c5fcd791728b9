import { type Chart, gainByBudget, gainByPolicy } from '@clv/charts';

import type { EngineFindings } from '../../engine/policy/engine-findings.js';
import type { ComparedPolicies } from '../../engine/evidence/run-evidence.js';

type Findings = Pick<EngineFindings, 'config' | 'prescribed'>;

/** Our policy compared with the alternatives. */
export const policiesChart = ({ config, prescribed }: Findings, { policies }: ComparedPolicies): Chart =>
  gainByPolicy(policies, prescribed.policy.offers, { currency: config.currency });

/**
 * What each budget can gain, and where ours stands; undefined where none gains anything.
 *
 * @param made what the offers gain and cost, nobody held out.
 */
export function frontierChart(
  { config, prescribed: { policy, campaign } }: Findings,
  { frontier }: ComparedPolicies,
  made: { gain: number; spend: number },
): Chart | undefined {
  if (!frontier.some((point) => point.gain > 0)) return undefined;
  const { gain, spend } = campaign ? policy : made;
  const budget = config.budget_basis === 'committed' ? policy.budgeted : spend;
  return gainByBudget(
    frontier,
    { budget, gain, marginal_return: policy.shadowPrice },
    { currency: config.currency },
  );
}
