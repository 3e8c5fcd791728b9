import { type ChurnExplanation, explainChurn } from '@clv/churn';
import {
  type ExpectedValues,
  budgetChoices,
  choiceStability,
  comparePolicies,
  frontier,
} from '@clv/prescribe';

import { judgeEffects } from './judge-effects.js';
import { judgeFairness } from './judge-fairness.js';
import { outreachOrder } from './outreach.js';
import type { EngineFindings } from '../policy/engine-findings.js';
import type { ChoiceStability, ComparedPolicies, RunEvidence } from './run-evidence.js';
import { takeTableRows } from '../../block/take-rows.js';
import { trueValues } from './true-values.js';
import { truthOf } from './truth-of.js';
import { weighAssumptions } from './weigh-assumptions.js';

/** Enough for intervals that are reported to two digits. */
const resamples = 200;

/**
 * @param compared gets how the policy does as soon as that is known.
 * @param begun what offers would truly be worth, where that is looked for already.
 */
export async function gatherEvidence(
  findings: EngineFindings,
  compared: (found: ComparedPolicies) => void,
  begun?: Promise<ExpectedValues>,
): Promise<RunEvidence> {
  const { config, customers, effects, prescribed } = findings;
  const found = compare(findings, (await begun) ?? truthFor(findings));
  compared(found);
  return {
    ...found,
    stability: stabilityOf(findings),
    effects: effects && judgeEffects(customers, effects, config.seed),
    assumptions: await weighAssumptions(findings),
    fairness: judgeFairness(prescribed, config.fairness_group),
    reasons: await outreachReasons(findings),
  };
}

function truthFor({ config, customers, prescribed }: EngineFindings): ExpectedValues | undefined {
  const { offers } = prescribed.decision;
  const truth = truthOf(customers, offers);
  return truth && trueValues(truth, offers, config);
}

function compare({ config, prescribed }: EngineFindings, truth?: ExpectedValues): ComparedPolicies {
  const { inputs, policy } = prescribed;
  const { values, choice } = policy;
  return {
    policies: comparePolicies(
      { inputs, values, choice },
      { budget: config.budget ?? undefined, seed: config.seed, resamples, truth },
    ),
    frontier: frontier(budgetChoices(inputs, values, { budgetBasis: config.budget_basis, riskAversion: 0 })),
    judgedByTruth: truth !== undefined,
  };
}

/** Redraws of all customers together: enough for a mean to a tenth of a point, and a second at most. */
const redraws = { total: 2_000_000, least: 5, most: 200 };

function stabilityOf({ config, effects, prescribed }: EngineFindings): ChoiceStability | undefined {
  if (effects === undefined) return undefined;
  const { total, least, most } = redraws;
  const draws = Math.min(most, Math.max(least, Math.floor(total / prescribed.rows)));
  const { mean, meanOffered } = choiceStability(prescribed.policy, prescribed.inputs, {
    draws,
    seed: config.seed,
    errorCorrelation: effects.errorCorrelation,
  });
  return { all: mean, offered: meanOffered };
}

/** How many customers of the outreach list are explained, and among how many reasons those to leave are looked for. */
const explained = { customers: 50, reasons: 8 };

async function outreachReasons({
  churn,
  prescribed,
}: EngineFindings): Promise<Map<number, ChurnExplanation>> {
  const rows = outreachOrder(prescribed, explained.customers).sort();
  const columns = takeTableRows(prescribed.columns, rows);
  const found = await explainChurn(churn, columns, { top: explained.reasons });
  return new Map(found.map((explanation, i) => [rows[i], { ...explanation, row: rows[i] }]));
}
