import { randomSource } from '@clv/contracts';
import { defineSchema, type PlainColumns, type Schema } from '@clv/table';

/** Customers whose chance of leaving is known: it rests on contract, tenure and support calls, and on nothing else. */
export interface Customers {
  table: Record<string, unknown[]>;
  schema: Schema;
  /** The chance with which each label was drawn. */
  truth: Float64Array;
}

export function makeCustomers(rows: number, seed = 1): Customers {
  const random = randomSource(seed);
  const table: Record<string, unknown[]> = {
    id: [],
    contract: [],
    tenure: [],
    calls: [],
    noise: [],
    churn: [],
  };
  const truth = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const contract = random() < 0.5 ? 'Monthly' : 'Yearly';
    const tenure = Math.floor(random() * 72) + 1;
    const calls = Math.floor(random() * 6);
    truth[row] = 1 / (1 + Math.exp(2.2 - (contract === 'Monthly' ? 1.6 : 0) + tenure / 36 - calls / 2));
    table.id.push(`c${row}`);
    table.contract.push(contract);
    table.tenure.push(tenure);
    table.calls.push(random() < 0.05 ? null : calls);
    table.noise.push(random());
    table.churn.push(random() < truth[row] ? 'Yes' : 'No');
  }
  return { table, schema: defineSchema({ id: 'id', label: 'churn', tenure: 'tenure' }), truth };
}

/** Rows of a table of plain columns. */
export function takeRows(table: PlainColumns, rows: readonly number[]): PlainColumns {
  return Object.fromEntries(
    Object.entries(table).map(([name, cells]) => [name, rows.map((row) => cells[row])]),
  );
}
