import { type Fault, InvalidInputError } from '@clv/contracts';
import { type DecimalMark, defineSchema, readLabels, readNumbers, readText } from '@clv/table';

import type { Columns } from '../engine/customers/load-customers.js';
import { refuseFaults } from '../faults/refuse-faults.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { readTable } from '../input/read-table.js';

/** Which columns of a campaign's outcomes say what. */
export interface OutcomeColumns {
  /** The customer, by the ids of the run. */
  id: string;
  /** 1 for a customer who stayed. */
  outcome: string;
  /** The money that came in since, before the offer's cost. */
  value?: string;
  /** What the offer really cost. */
  cost?: string;
  /** What the customer really got, where that may be other than planned. */
  offer?: string;
  /** The mark before the decimals of money that is written as text. */
  decimal?: DecimalMark;
}

/** What became of customers; every array has one entry a row. */
export interface CampaignOutcomes {
  name: string;
  rows: number;
  /** The row of each customer. */
  rowOf: ReadonlyMap<string, number>;
  /** 1 stayed, 0 left, -1 not known. */
  stayed: Int8Array;
  value?: Float64Array;
  cost?: Float64Array;
  offer?: string[];
}

/** @throws InvalidInputError with every customer who stands twice and every cell that cannot be read. */
export async function readOutcomes(
  input: string,
  { id, outcome, value, cost, offer, decimal }: OutcomeColumns,
): Promise<CampaignOutcomes> {
  const { name, columns: read, rows } = await readTable(input);
  const asked = [id, outcome, value, cost, offer].filter((column) => column !== undefined);
  refuseFaults(name, unknownColumns(asked, [...read.keys()]));
  const columns: Columns = Object.fromEntries(read);
  const rowOf = new Map<string, number>();
  const twice: Fault[] = [];
  readText(columns, id).forEach((customer, row) => {
    const first = rowOf.get(customer);
    if (first === undefined) rowOf.set(customer, row);
    else
      twice.push({
        rule: 'duplicate-id',
        column: id,
        row: row + 1,
        value: customer,
        message: `${name}: row ${row + 1}, ${id}: ${customer} stands in row ${first + 1} already`,
      });
  });
  if (twice.length > 0) throw new InvalidInputError(twice);
  return {
    name,
    rows,
    rowOf,
    ...inNameOf(name, () => ({
      stayed: readLabels(columns, defineSchema({ label: outcome })),
      ...(value !== undefined && { value: readNumbers(columns, value, { decimal }) }),
      ...(cost !== undefined && { cost: readNumbers(columns, cost, { decimal }) }),
    })),
    ...(offer !== undefined && { offer: readText(columns, offer) }),
  };
}

/** Cells that cannot be read are told with the name of the table. */
function inNameOf<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidInputError) refuseFaults(name, error.faults);
    throw error;
  }
}
