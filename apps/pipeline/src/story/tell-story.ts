import { explainChurn } from '@clv/churn';
import type { RunSummary } from '@clv/contracts';
import { explain } from '@clv/prescribe';
import { readText } from '@clv/table';

import type { Columns } from '../block/block.js';
import { prepareAppraisal } from '../engine/policy/appraise.js';
import { survivalOf } from '../engine/models/survival-of.js';
import { readMoney } from '../engine/customers/read-money.js';
import { addedColumns, rowColumn } from '../engine/customers/result-columns.js';
import { type Scorer, schemaForScoring } from '../engine/policy/scorer.js';
import { valueCustomers } from '../engine/models/value-customers.js';
import type { CustomerStory } from './customer-story.js';
import { toldEffects } from './told-effects.js';
import { whyNotMore } from './why-not-more.js';

/** At most this many reasons are named. */
const reasonsTold = 6;

/**
 * What a run says of one customer: by its models, with the chance of leaving, the expected values and the offer that
 * stand in its results.
 *
 * @param result the customer's row of the results, as columns of one cell.
 */
export async function tellStory(
  run: string,
  scorer: Scorer,
  summary: RunSummary,
  result: Columns,
): Promise<CustomerStory> {
  const { churn, terms, offers } = scorer;
  const own = ownColumns(result, scorer);
  const schema = schemaForScoring(scorer.schema, Object.keys(own));
  const appraise = await prepareAppraisal(scorer);
  const known = await toldEffects(result, scorer, (heldOut) => appraise(run, own, schema, heldOut));
  const { pChurn } = known;
  const { values, clv, segment } = await appraise(run, own, schema, known);
  const recommended = readText(result, 'recommended_incentive')[0];
  const planned = 'planned_incentive' in result ? readText(result, 'planned_incentive')[0] : undefined;
  const choice = Int32Array.of(offers.findIndex(({ id }) => id === (planned ?? recommended)));
  const { currency, horizon_months } = summary;
  const explained = explain(
    { offers, values, choice, shadowPrice: scorer.shadow_price, riskAversion: scorer.risk_aversion },
    0,
    { currency },
  );
  const more = whyNotMore(explained, values.cost[choice[0]], scorer, currency);
  const [{ row: _, ...reasons }] = await explainChurn(churn, own, { top: reasonsTold });
  const { label, customers, mean_p_churn, mean_clv } = summary.segments[segment[0]];
  return {
    format: 'clv-story',
    version: 1,
    customer: readText(result, summary.columns.id)[0],
    currency,
    segment: { label, customers, mean_p_churn, mean_clv },
    p_churn: pChurn[0],
    window_months: terms.window_months,
    reasons,
    clv: clv[0],
    horizon_months,
    value_by_month: await valueByMonth(run, scorer, own, pChurn),
    offers: offers.map(({ id, label: name }, o) => ({
      offer: id,
      label: name,
      p_stay: values.pStay[o],
      cost: values.cost[o],
      expected_value: values.value[o],
      gain: values.gain[o],
    })),
    recommended,
    ...(planned !== undefined && { planned }),
    held_out: planned !== undefined && planned !== recommended,
    why: explained.sentence,
    ...(more !== undefined && { why_not_more: more }),
    alternatives: explained.alternatives,
  };
}

/** What the customer came with, without what the run added. */
function ownColumns(result: Columns, { schema, offers }: Scorer): Columns {
  const added = new Set([...addedColumns(offers), ...(schema.roles.id === undefined ? [rowColumn] : [])]);
  return Object.fromEntries(Object.entries(result).filter(([name]) => !added.has(name)));
}

/** The discounted margin of each month of the horizon, of a customer who stays through the decision window. */
async function valueByMonth(
  run: string,
  { churn, schema, terms }: Scorer,
  own: Columns,
  pChurn: Float64Array,
): Promise<number[]> {
  const { margin } = readMoney(run, own, schema);
  const survival = survivalOf(churn, own, terms.window_months);
  const { billedMonths } = valueCustomers(margin, { pChurn, survival }, terms);
  const upTo = (months: number) => (months === 0 ? 0 : margin[0] * billedMonths(months)[0]);
  return Array.from({ length: terms.horizon_months }, (_, month) => upTo(month + 1) - upTo(month));
}
