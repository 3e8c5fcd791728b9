import type { RunSummary } from '@clv/contracts';
import type { CustomerTable } from '../table/customer-table.js';

/** Names under which tables hold who a customer is, in the order in which they are looked for; else the first column is it. */
const idNames = ['customer_id', 'id', 'customerID', 'row'];

/** What is known of a table that came without a summary: who its customers are. Its figures are added up from its rows. */
export function tableSummary(table: CustomerTable): RunSummary {
  const names = table.columnNames();
  const id = idNames.find((name) => names.includes(name)) ?? names[0] ?? idNames[0];
  return {
    format: 'clv-summary',
    version: 1,
    customers: table.numRows(),
    backtest: false,
    total_potential_value: NaN,
    baseline_retention_value: NaN,
    optimized_retention_value: NaN,
    net_gain: NaN,
    roi: null,
    offer_spend: NaN,
    budget: null,
    intervention_rate: NaN,
    mean_p_churn: NaN,
    churn_rate: NaN,
    auc: NaN,
    log_loss: NaN,
    brier: NaN,
    ece: NaN,
    horizon_months: NaN,
    currency: 'USD',
    columns: { id },
    segments: [],
    offers: [],
    notices: [],
  };
}
