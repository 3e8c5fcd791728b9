import { InvalidInputError } from '@clv/contracts';
import {
  type DecimalMark,
  defineSchema,
  readLabels,
  readNumbers,
  readOutcomes as readTableOutcomes,
  readText,
} from '@clv/table';

import type { Columns } from '../block/block.js';
import { inNameOf, refuseFaults } from '../faults/refuse-faults.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { readTable } from '../input/read-table.js';
import { rowsByCustomer } from './rows-by-customer.js';

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
  return {
    name,
    rows,
    rowOf: rowsByCustomer(name, id, readText(columns, id)),
    ...inNameOf(name, () => ({
      stayed: readStayed(columns, outcome),
      ...(value !== undefined && { value: readNumbers(columns, value, { decimal }) }),
      ...(cost !== undefined && { cost: readNumbers(columns, cost, { decimal }) }),
    })),
    ...(offer !== undefined && { offer: readText(columns, offer) }),
  };
}

/** Words for who left, which labels may be, say the reverse of yes and no here: each is refused once, as no outcome. */
function readStayed(columns: Columns, outcome: string): Int8Array {
  const stayed = readLabels(columns, defineSchema({ label: outcome }));
  try {
    readTableOutcomes(columns, outcome);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const words = new Set<unknown>();
    throw new InvalidInputError(error.faults.filter(({ value }) => !words.has(value) && words.add(value)));
  }
  return stayed;
}
