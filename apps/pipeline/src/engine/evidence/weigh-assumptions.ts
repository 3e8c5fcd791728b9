import { type CustomerInputs, type Factor, type Sensitivity, type World, sensitivity } from '@clv/prescribe';

import { customerInputs } from '../policy/customer-inputs.js';
import type { EngineFindings } from '../policy/engine-findings.js';
import { survivalOf } from '../models/survival-of.js';
import { evenlySpread } from '../../block/evenly-spread-rows.js';
import { scaledSensitivity } from './scaled-sensitivity.js';
import { takeMatrixRows, takeRows, takeTableRows } from '../../block/take-rows.js';
import { type ValueTerms, valueCustomers } from '../models/value-customers.js';

/** What the net gain depends on, of so many customers' gains scaled up to all. */
export interface WeighedAssumptions extends Sensitivity {
  /** How many customers were looked at. */
  customers: number;
  /** How far lift, margin, cost and risk were moved down and up. */
  swing: number;
  /** From where to where the other assumptions were moved. */
  ranges: { horizon_months: [number, number]; annual_discount_rate: [number, number] };
}

/** As many tell a tornado to two digits; the budget is theirs in proportion. */
const mostCustomers = 5_000;
const swing = 0.2;

/** Moves one assumption at a time, the horizon and the discount rate among them, and judges the policy again. */
export async function weighAssumptions({
  config,
  customers,
  churn,
  prescribed,
}: EngineFindings): Promise<WeighedAssumptions> {
  const some = evenlySpread(prescribed.rows, mostCustomers);
  const spread = prescribed.rows / Math.max(1, some.length);
  const { offers } = prescribed.policy;
  const inputs = inputsOf(prescribed.inputs, some);
  const ranges = rangesOf(config);
  const columns = takeTableRows(prescribed.columns, some);
  const pChurn = Float64Array.from(inputs.pChurn);
  const survival = survivalOf(churn, columns, config.window_months);
  const margin = takeRows(takeRows(customers.margin, customers.prescribed), some);
  const worldOf = (terms: Partial<ValueTerms>): World => {
    const { clv, billedMonths } = customerInputs(
      { pChurn, price: inputs.price },
      valueCustomers(margin, { pChurn, survival }, { ...config, ...terms }),
      offers,
    );
    return { clv, billedMonths };
  };
  const factors = (Object.keys(ranges) as (keyof typeof ranges)[]).map((name): Factor => {
    const [low, high] = ranges[name];
    return { name, low: worldOf({ [name]: low }), high: worldOf({ [name]: high }) };
  });
  const found = sensitivity(inputs, {
    offers,
    swing,
    factors,
    budget: config.budget === null ? undefined : config.budget / spread,
    budgetBasis: config.budget_basis,
    riskAversion: config.risk_aversion,
  });
  // Scaled to the gain of all, so that what is as assumed is what the run says.
  const scale = found.gain > 0 ? prescribed.policy.gain / found.gain : spread;
  return { ...scaledSensitivity(found, scale), customers: some.length, swing, ranges };
}

/** Half the horizon and half more; no discounting at all and twice as much. */
const rangesOf = ({ horizon_months, annual_discount_rate }: ValueTerms): WeighedAssumptions['ranges'] => ({
  horizon_months: [Math.max(1, Math.round(horizon_months / 2)), Math.round(1.5 * horizon_months)],
  annual_discount_rate: [0, Math.min(1, 2 * annual_discount_rate)],
});

function inputsOf(inputs: CustomerInputs, rows: Int32Array): CustomerInputs {
  const matrix = (values: Float64Array | undefined) =>
    values && takeMatrixRows(values, values.length / inputs.pChurn.length, rows);
  return {
    pChurn: takeRows(inputs.pChurn, rows),
    clv: takeRows(inputs.clv, rows),
    price: takeRows(inputs.price, rows),
    sensitivity: inputs.sensitivity && takeRows(inputs.sensitivity, rows),
    effect: matrix(inputs.effect),
    effectError: matrix(inputs.effectError),
    billedMonths: matrix(inputs.billedMonths),
  };
}
