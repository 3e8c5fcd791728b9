import { formatCount } from '@clv/charts';
import { type Fault, InvalidInputError } from '@clv/contracts';
import { type DecimalMark, readNumbers, readOutcomes as readTableOutcomes, readText } from '@clv/table';

import type { Columns } from '../block/block.js';
import { faultsBy } from '../faults/faults-by.js';
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

/** Of a column that holds no outcomes at all, so many cells show it. */
const mostTold = 10;

/** Words for who left, which labels may be, say the reverse of yes and no here: they are refused. */
function readStayed(columns: Columns, column: string): Int8Array {
  let outcomes: Float64Array = new Float64Array();
  const unread = faultsBy(() => (outcomes = readTableOutcomes(columns, column)));
  const faults = [...unread, ...numbersOtherThan1And0(outcomes, column)];
  if (faults.length > 0) throw new InvalidInputError(eachValueOnce(faults, column));
  return Int8Array.from(outcomes, (outcome) => (Number.isNaN(outcome) ? -1 : outcome));
}

const numbersOtherThan1And0 = (outcomes: Float64Array, column: string): Fault[] =>
  Array.from(outcomes).flatMap((value, i): Fault[] => {
    if (value === 0 || value === 1 || Number.isNaN(value)) return [];
    const row = i + 1;
    const message = `row ${row}, ${column}: ${value} is neither 1, for who stayed, nor 0, for who left`;
    return [{ rule: 'not-an-outcome', column, row, value, message }];
  });

/** One cell shows what is wrong with all that hold the same; of many values some. */
function eachValueOnce(faults: readonly Fault[], column: string): Fault[] {
  const first = new Map<unknown, Fault>();
  for (const fault of faults) if (!first.has(fault.value)) first.set(fault.value, fault);
  const told = [...first.values()];
  const rest = told.length - mostTold;
  if (rest <= 0) return told;
  const message = `${column}: ${formatCount(rest)} other values are no outcomes either; is --outcome the column that says who stayed?`;
  return [...told.slice(0, mostTold), { rule: 'many-faults', column, message }];
}
