import { offerColumn } from '@clv/contracts';
import type { CustomerTable, TableColumn } from '../table/customer-table.js';
import type { ShownRun } from './shown-run.js';

/** What a run says of its own policy alone, beside the values of its offers. */
const ofRunAlone = ['planned_incentive', 'campaign_group'];

/** The results as a run wrote them, or as the policy that is tried out has them; what that does not tell is left out. */
export function resultsInSight({ customers, policy, recommended }: ShownRun): CustomerTable {
  const { table } = customers;
  if (policy === recommended) return table;
  const { offers, choice, clv, cost, baseline, optimized } = policy;
  const column = (at: (row: number) => unknown): TableColumn => ({ length: customers.count, at });
  const tried: Record<string, TableColumn> = {
    clv: column((row) => clv[row]),
    recommended_incentive: column((row) => offers[choice[row]].id),
    offer_cost: column((row) => cost[row]),
    expected_value_baseline: column((row) => baseline[row]),
    expected_value_optimized: column((row) => optimized[row]),
  };
  const left = new Set([...ofRunAlone, ...recommended.offers.map(({ id }) => offerColumn(id))]);
  return {
    numRows: () => customers.count,
    columnNames: () => table.columnNames().filter((name) => !left.has(name)),
    column: (name) => (Object.hasOwn(tried, name) ? tried[name] : table.column(name)),
  };
}
