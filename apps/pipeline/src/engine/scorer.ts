import { type ChurnModel, predictChurn } from '@clv/churn';
import { type CheckedOffer, type ExpectedValues, cautiousGain, expectedValues } from '@clv/prescribe';
import { type SegmentModel, assignSegments } from '@clv/segment';
import { type Schema, defineSchema, rowCount } from '@clv/table';

import type { UpliftModel } from '@clv/uplift';

import { assertSoundCustomers } from './assert-sound.js';
import { customerInputs } from './customer-inputs.js';
import { survivalOf } from './foretell-churn.js';
import { effectMatrices } from './learn-effects.js';
import type { Columns } from './load-customers.js';
import type { DecidedCustomers } from './prescribed-customers.js';
import { readMoney } from './read-money.js';
import type { EngineRun } from './engine-run.js';
import { type ValueTerms, horizonOf, valueCustomers } from './value-customers.js';

/** `scorer.json`: all of a run that new customers need to be decided for, as plain data. */
export interface Scorer {
  format: 'clv-scorer';
  version: 1;
  schema: Schema;
  churn: ChurnModel;
  segments: SegmentModel;
  /** What offers change, where the run learned it from an experiment. */
  uplift?: UpliftModel;
  terms: ValueTerms;
  offers: CheckedOffer[];
  /** What one more unit of budget would have gained in the run: an upgrade that returns less is not bought. */
  shadow_price: number;
  /** By how many standard errors each learned gain was lowered before offers were chosen. */
  risk_aversion: number;
}

export function scorerOf({ config, customers, churn, segments, effects, prescribed }: EngineRun): Scorer {
  const { horizon_months, window_months, annual_discount_rate } = config;
  return {
    format: 'clv-scorer',
    version: 1,
    schema: customers.schema,
    churn,
    segments,
    ...(effects && { uplift: effects.model }),
    terms: { horizon_months, window_months, annual_discount_rate },
    offers: [...prescribed.decision.offers],
    shadow_price: prescribed.policy.shadowPrice,
    risk_aversion: config.risk_aversion,
  };
}

/**
 * Decides for customers whom the models have not seen.
 *
 * @param name what to call the table in messages.
 * @throws InvalidInputError with every fault of the table.
 */
export async function scoreCustomers(
  scorer: Scorer,
  name: string,
  columns: Columns,
): Promise<DecidedCustomers> {
  const { churn, segments, uplift, terms, offers, shadow_price, risk_aversion = 0 } = scorer;
  const schema = schemaForScoring(scorer.schema, columns);
  assertSoundCustomers(name, columns, schema, offers);
  const money = readMoney(name, columns, schema);
  const pChurn = await predictChurn(churn, columns);
  const months = horizonOf(terms, offers);
  const staying = { pChurn, survival: await survivalOf(churn, columns, pChurn, months) };
  const value = valueCustomers(money.margin, staying, terms);
  const effects = uplift && (await effectMatrices(uplift, columns, offers));
  const known = { pChurn, price: money.price, sensitivity: money.sensitivity, ...effects };
  const inputs = customerInputs(known, value, offers);
  const values = expectedValues(inputs, offers);
  const counted = { ...values, gain: cautiousGain(inputs, values, risk_aversion) };
  const rows = rowCount(columns);
  const { id } = schema.roles;
  return {
    rows,
    columns,
    id: {
      column: id,
      cells: id === undefined ? Int32Array.from({ length: rows }, (_, i) => i + 1) : columns[id],
    },
    segment: assignSegments(segments, columns).segment,
    segmentNames: segments.names,
    pChurn,
    clv: value.clv,
    decision: { offers, values, choice: chooseAtPrice(counted, shadow_price) },
  };
}

/** Each customer's best offer when a unit of money spent must gain more than the price; none where nothing does. */
function chooseAtPrice({ customers, offers, gain, cost }: ExpectedValues, price: number): Int32Array {
  const choice = new Int32Array(customers);
  for (let i = 0; i < customers; i++) {
    let most = 0;
    for (let o = 1; o < offers.length; o++) {
      const at = i * offers.length + o;
      const worth = gain[at] - price * cost[at];
      if (worth > most) [most, choice[i]] = [worth, o];
    }
  }
  return choice;
}

/** New customers have no outcomes yet, and what no model sees need not be there. */
function schemaForScoring({ roles, decimal }: Schema, columns: Columns): Schema {
  const { label, offer, propensity, outcome, ...known } = roles;
  const exclude = (known.exclude ?? []).filter((column) => Object.hasOwn(columns, column));
  return defineSchema({ ...known, exclude }, { decimal });
}
