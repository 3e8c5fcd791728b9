import { predictChurn } from '@clv/churn';
import { type Choices, type ExpectedValues, budgetChoices, expectedValues } from '@clv/prescribe';
import { assignSegments } from '@clv/segment';
import type { Schema } from '@clv/table';

import { assertSoundCustomers } from './assert-sound.js';
import { customerInputs } from './customer-inputs.js';
import { survivalOf } from './foretell-churn.js';
import { effectMatrices } from './learn-effects.js';
import type { Columns } from './load-customers.js';
import { readMoney } from './read-money.js';
import type { Scorer } from './scorer.js';
import { horizonOf, valueCustomers } from './value-customers.js';

/** What the models say of customers and of their offers, before anyone has decided; one entry a customer. */
export interface Appraisal {
  segment: Int32Array;
  pChurn: Float64Array;
  clv: Float64Array;
  values: ExpectedValues;
  /** What is maximised, and what counts against a budget. */
  choices: Choices;
}

/**
 * Appraises customers by a run's models. What is said of one does not hang on the others, so that a table may come in
 * blocks of any size.
 *
 * @param name what to call the table in messages.
 * @param schema what its columns mean; see `schemaForScoring`.
 * @param heldOut the chance of leaving of customers whose outcome the model has seen, from trees that have not; NaN for
 *   all others.
 * @throws InvalidInputError with every fault of the table.
 */
export async function appraise(
  scorer: Scorer,
  name: string,
  columns: Columns,
  schema: Schema,
  heldOut?: Float64Array,
): Promise<Appraisal> {
  const { churn, segments, uplift, terms, offers } = scorer;
  assertSoundCustomers(name, columns, schema, offers);
  const money = readMoney(name, columns, schema);
  const pChurn = await predictChurn(churn, columns);
  heldOut?.forEach((p, i) => {
    if (!Number.isNaN(p)) pChurn[i] = p;
  });
  const months = horizonOf(terms, offers);
  const staying = { pChurn, survival: await survivalOf(churn, columns, pChurn, months) };
  const value = valueCustomers(money.margin, staying, terms);
  const effects = uplift && (await effectMatrices(uplift, columns, offers));
  const known = { pChurn, price: money.price, sensitivity: money.sensitivity, ...effects };
  const inputs = customerInputs(known, value, offers);
  const values = expectedValues(inputs, offers);
  return {
    segment: assignSegments(segments, columns).segment,
    pChurn,
    clv: value.clv,
    values,
    choices: budgetChoices(inputs, values, {
      budgetBasis: scorer.budget_basis ?? 'expected',
      riskAversion: scorer.risk_aversion ?? 0,
    }),
  };
}
