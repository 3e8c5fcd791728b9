import { numbersOf } from '../table/columns.js';
import type { ShownRun } from '../view/shown-run.js';
import type { CalculatorInputs } from './scenario-calculator.js';
import type { RunTerms } from '../run/run-terms.js';

/** What of a run its scenarios follow from. Without a margin the whole price counts as one, as a run does it. */
export function calculatorInputs(
  { customers, recommended, summary }: ShownRun,
  terms: RunTerms,
): CalculatorInputs {
  const { priceColumn, sensitivityColumn, survival, windowMonths, budgetBasis, scenario, isStated } = terms;
  const margin = summary.columns.margin;
  const column = (name: string) => numbersOf(customers.table, name);
  const tells = (name: string) => customers.table.columnNames().includes(name);
  const price = column(priceColumn);
  const rate = summary.margin_rate ?? 1;
  return {
    pChurn: customers.risk,
    clv: recommended.clv,
    price,
    margin: margin === undefined ? price.map((charge) => charge * rate) : column(margin),
    sensitivity: sensitivityColumn === undefined ? undefined : column(sensitivityColumn),
    ...(survival && tells(survival.tenure) && { survival, tenure: column(survival.tenure) }),
    values: Object.fromEntries(
      recommended.offers.flatMap(({ id }, offer) => {
        const values = recommended.values[offer];
        return values ? [[id, values]] : [];
      }),
    ),
    windowMonths,
    budgetBasis,
    scenario,
    isStated,
  };
}
