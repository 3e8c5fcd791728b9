import { type ChurnPredictor, prepareChurn } from '@clv/churn';
import { type Choices, type ExpectedValues, budgetChoices, expectedValues } from '@clv/prescribe';
import { segmentNumbers } from '@clv/segment';
import type { Schema } from '@clv/table';

import type { Columns } from '../../block/block.js';
import { assertSoundCustomers } from '../customers/assert-sound.js';
import { kindsOfFeatures } from './kinds-of-features.js';
import { customerInputs } from './customer-inputs.js';
import { survivalOf } from '../models/survival-of.js';
import { effectMatrices } from '../models/learn-effects.js';
import { readMoney } from '../customers/read-money.js';
import type { Scorer } from './scorer.js';
import { segmentColumns } from '../models/segment-features.js';
import { valueCustomers } from '../models/value-customers.js';

/** What the models say of customers and of their offers, before anyone has decided; one entry a customer. */
export interface Appraisal {
  segment: Int32Array;
  pChurn: Float64Array;
  clv: Float64Array;
  values: ExpectedValues;
  /** What is maximised, and what counts against a budget. */
  choices: Choices;
}

/** What is known of customers whose outcome the models have seen, from models that have not. */
export interface HeldOut {
  /** The rows of the block that it is known of. */
  rows: Int32Array;
  /** The chance of leaving of each of them. */
  pChurn: Float64Array;
  /** Those rows x offers, row-major; only where effects were learned. */
  effect?: Float64Array;
  effectError?: Float64Array;
}

/**
 * Appraises customers by a run's models. What is said of one does not depend on the others, so that a table may come in
 * blocks of any size.
 *
 * @param name what to call the table in messages.
 * @param schema what its columns mean; see `schemaForScoring`.
 * @throws InvalidInputError with every fault of the table.
 */
export type Appraise = (
  name: string,
  columns: Columns,
  schema: Schema,
  heldOut?: HeldOut,
) => Promise<Appraisal>;

/**
 * Makes a run's models ready for block after block.
 *
 * @param check what finds the faults of a table (default: all of it is looked at).
 */
export async function prepareAppraisal(scorer: Scorer, check = assertSoundCustomers): Promise<Appraise> {
  const predictor = await prepareChurn(scorer.churn);
  const { offers } = scorer;
  const kinds = kindsOfFeatures(scorer);
  return async (name, columns, schema, heldOut) => {
    check(name, columns, { schema, offers, kinds });
    return appraise(scorer, predictor, name, columns, schema, heldOut);
  };
}

async function appraise(
  { churn, segments, uplift, terms, offers, budget_basis, risk_aversion }: Scorer,
  predictor: ChurnPredictor,
  ...[name, columns, schema, heldOut]: Parameters<Appraise>
): Promise<Appraisal> {
  const money = readMoney(name, columns, schema);
  const pChurn = predictor.probabilities(columns);
  heldOut?.rows.forEach((row, i) => (pChurn[row] = heldOut.pChurn[i]));
  const survival = survivalOf(churn, columns, terms.window_months);
  const value = valueCustomers(money.margin, { pChurn, survival }, terms);
  const effects = uplift && (await effectMatrices(uplift, columns, offers));
  if (effects && heldOut?.effect && heldOut.effectError) {
    putRows(effects.effect, heldOut.effect, heldOut.rows, offers.length);
    putRows(effects.effectError, heldOut.effectError, heldOut.rows, offers.length);
  }
  const known = { pChurn, price: money.price, sensitivity: money.sensitivity, ...effects };
  const inputs = customerInputs(known, value, offers);
  const values = expectedValues(inputs, offers);
  return {
    segment: segmentNumbers(segments, segmentColumns(columns, segments.features, schema)),
    pChurn,
    clv: value.clv,
    values,
    choices: budgetChoices(inputs, values, {
      budgetBasis: budget_basis ?? 'expected',
      riskAversion: risk_aversion ?? 0,
    }),
  };
}

function putRows(matrix: Float64Array, some: Float64Array, rows: Int32Array, width: number): void {
  rows.forEach((row, i) => matrix.set(some.subarray(i * width, (i + 1) * width), row * width));
}
