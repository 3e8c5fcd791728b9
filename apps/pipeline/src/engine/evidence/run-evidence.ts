import type { ChurnExplanation } from '@clv/churn';
import type { RunSummary } from '@clv/contracts';
import type { FrontierPoint, PolicyResult } from '@clv/prescribe';

import type { EngineFindings } from '../policy/engine-findings.js';
import type { JudgedEffects } from './judge-effects.js';
import type { JudgedFairness } from './judge-fairness.js';
import type { WeighedAssumptions } from './weigh-assumptions.js';

/** What the stages found, and what shows that it is good. */
export interface JudgedFindings extends EngineFindings {
  evidence: RunEvidence;
}

/** How often the same offer is chosen again when the learned effects are redrawn from their errors, in [0, 1]. */
export type ChoiceStability = NonNullable<RunSummary['choice_stability']>;

/** How the policy compares with others and under other budgets; known before everything that it depends on. */
export type ComparedPolicies = Pick<RunEvidence, 'policies' | 'frontier' | 'judgedByTruth'>;

/** What shows that the policy is a good one. */
export interface RunEvidence {
  /** Our policy compared with the alternatives; judged by the truth where it is known. */
  policies: PolicyResult[];
  /** What every budget can gain. */
  frontier: FrontierPoint[];
  /** How sure the choice is; only where effects were learned, which alone have standard errors. */
  stability?: ChoiceStability;
  /** Whether the learned effects hold on customers who were not learned from; only where the input has an experiment. */
  effects?: JudgedEffects;
  /** What the net gain depends on, and how much of an offer's effect must be true for it to pay. */
  assumptions: WeighedAssumptions;
  /** How the policy treats groups; only where the config names a column of them. */
  fairness?: JudgedFairness;
  /** Why those who are to be called first are likely to leave, by their place among the prescribed customers. */
  reasons: ReadonlyMap<number, ChurnExplanation>;
  /** True where policies were judged by the truth, which only synthetic customers have. */
  judgedByTruth: boolean;
}
