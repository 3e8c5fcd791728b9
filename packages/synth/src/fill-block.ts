import { randomSource } from '@clv/contracts';
import { customerIds } from './drawing/customer-id.js';
import { drawFrom } from './drawing/draw.js';
import { assignOffers } from './offers/experiment.js';
import { treatmentOf } from './offers/offers.js';
import { leavingUnder } from './offers/response.js';
import { allocateTruth, truthWriter } from './offers/truth.js';
import type { Plan } from './options/options.js';
import type { Columns } from './scenarios/scenario.js';

/** Customers are drawn in blocks of this many, each from a stream of its own. */
export const blockRows = 16_384;

/** Empty columns for `rows` customers of this plan, in the table's order. */
export function allocate(plan: Plan, rows: number): Columns {
  const columns = plan.scenario.allocate(rows);
  if (plan.campaign) {
    columns.offer = new Array<string>(rows);
    columns.propensity = new Float64Array(rows);
    columns.outcome = new Uint8Array(rows);
  }
  return plan.truth ? { ...columns, ...allocateTruth(plan.offers, rows) } : columns;
}

/** Writes the first `rows` customers of one block into the columns, from row `offset` on. */
export function fillBlock(plan: Plan, block: number, columns: Columns, offset: number, rows: number): void {
  const { scenario, seed, offers, campaign } = plan;
  const draw = drawFrom(randomSource(seed, block));
  const nextId = customerIds(block * blockRows + 1);
  const treatments = offers.map(treatmentOf);
  const assign = campaign && assignOffers(plan, campaign, block);
  const writeTruth = plan.truth ? truthWriter(offers, columns) : undefined;
  const { id, label } = scenario.roles;
  const ids = id === undefined ? undefined : columns[id];
  const labels = columns[label!];
  for (let row = offset; row < offset + rows; row++) {
    const customer = scenario.write(columns, row, draw);
    let { leaving } = customer;
    if (assign) leaving = leavingUnder(customer, treatments[assign(columns, row, customer)]);
    const left = draw.uniform() < leaving;
    labels[row] = scenario.labels[left ? 1 : 0];
    if (ids) ids[row] = nextId();
    if (assign) columns.outcome[row] = left ? 0 : 1;
    writeTruth?.(row, customer);
  }
}
