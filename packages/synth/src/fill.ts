import { randomSource } from '@clv/contracts';
import { customerIds } from './customer-id.js';
import { drawFrom } from './draw.js';
import { liftOf } from './offers.js';
import type { Plan } from './options.js';
import { leavingUnder, responseTo } from './response.js';
import { segments, type Columns } from './scenarios/scenario.js';

/** Customers are drawn in blocks of this many, each from a stream of its own. */
export const blockRows = 16_384;

/** Empty columns for `rows` customers of this plan, in the table's order. */
export function allocate(plan: Plan, rows: number): Columns {
  const columns: Columns = { ...plan.scenario.allocate(rows), churned: new Uint8Array(rows) };
  if (!plan.truth) return columns;
  columns.true_segment = new Array<string>(rows);
  columns.true_p_churn = new Float64Array(rows);
  for (const { id } of plan.offers) columns[`true_p_stay_${id}`] = new Float64Array(rows);
  for (const { id } of plan.offers) columns[`true_effect_${id}`] = new Float64Array(rows);
  columns.true_response = new Array<string>(rows);
  return columns;
}

/** Writes the first `rows` customers of one block into the columns, from row `offset` on. */
export function fillBlock(plan: Plan, block: number, columns: Columns, offset: number, rows: number): void {
  const { scenario, seed } = plan;
  const draw = drawFrom(randomSource(seed, block));
  const idOf = columns[scenario.roles.id] as string[];
  const writeTruth = plan.truth ? truthWriter(plan, columns) : undefined;
  const nextId = customerIds(block * blockRows + 1);
  const churned = columns.churned as Uint8Array;
  for (let i = 0; i < rows; i++) {
    const row = offset + i;
    const customer = scenario.write(columns, row, draw);
    idOf[row] = nextId();
    churned[row] = draw.uniform() < customer.leaving ? 1 : 0;
    writeTruth?.(row, customer);
  }
}

function truthWriter(plan: Plan, columns: Columns) {
  const lifts = plan.offers.map(liftOf);
  const strongest = Math.max(...lifts);
  const staying = plan.offers.map(({ id }) => columns[`true_p_stay_${id}`] as Float64Array);
  const effects = plan.offers.map(({ id }) => columns[`true_effect_${id}`] as Float64Array);
  const { true_segment, true_p_churn, true_response } = columns;
  return (row: number, customer: Parameters<typeof leavingUnder>[0]) => {
    true_segment[row] = segments[customer.segment];
    true_p_churn[row] = customer.leaving;
    true_response[row] = responseTo(customer, strongest);
    plan.offers.forEach(({ id }, a) => {
      const leaving = id === 'none' ? customer.leaving : leavingUnder(customer, lifts[a]);
      staying[a][row] = 1 - leaving;
      effects[a][row] = customer.leaving - leaving;
    });
  };
}
