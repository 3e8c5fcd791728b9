import { type RunSummary, offerColumn, resultColumns } from '@clv/contracts';
import { type Categories, categoriesOf, numbersOf } from '../table/columns.js';
import type { CustomerTable, TableColumn } from '../table/customer-table.js';
import { RunDataError } from '../table/data-error.js';
import type { Policy } from './policy.js';

/** The customers of a run: what is known of them whatever is offered. One entry a row. */
export interface Customers {
  count: number;
  /** How many customers of the run each row stands for: more than one where the rows are a sample. */
  weight: number;
  /** All columns of the results. */
  table: CustomerTable;
  idColumn: string;
  ids: TableColumn;
  segments: Categories;
  risk: Float64Array;
  /** 1 for those known to have left, who are on no outreach list. */
  left: Uint8Array;
  /** 1 for those whom the run's campaign leaves alone, so that it can be measured: they are on no outreach list either. */
  heldOut: Uint8Array;
}

/** The segment's number is not shown: its name is. */
const needed = resultColumns.filter((column) => column !== 'segment');

/** Reads the results of a run; throws a `RunDataError` that names every column it misses. */
export function readResults(
  table: CustomerTable,
  summary: RunSummary,
): { customers: Customers; policy: Policy } {
  const columns = table.columnNames();
  const missing = [summary.columns.id, ...needed].filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new RunDataError(
      `the results lack ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}: run \`clv run\` again, or give a table that has them`,
      { column: missing[0] },
    );
  const chosen = categoriesOf(table, 'recommended_incentive');
  const offers = summary.offers.map(({ offer, label }) => ({ id: offer, label }));
  for (const id of chosen.names) if (!offers.some((offer) => offer.id === id)) offers.push({ id, label: id });
  const place = chosen.names.map((id) => offers.findIndex((offer) => offer.id === id));
  return {
    customers: {
      count: table.numRows(),
      weight: summary.customers / table.numRows() || 1,
      table,
      idColumn: summary.columns.id,
      ids: table.column(summary.columns.id)!,
      segments: inSummaryOrder(categoriesOf(table, 'segment_label'), summary),
      risk: numbersOf(table, 'p_churn'),
      left: rowsThatSay(saysLeft, table, summary.columns.label),
      heldOut: rowsThatSay(saysHeldOut, table, 'campaign_group'),
    },
    policy: {
      offers,
      choice: chosen.codes.map((code) => place[code]),
      clv: numbersOf(table, 'clv'),
      cost: numbersOf(table, 'offer_cost'),
      baseline: numbersOf(table, 'expected_value_baseline'),
      optimized: numbersOf(table, 'expected_value_optimized'),
      values: offers.map(({ id }) =>
        columns.includes(offerColumn(id)) ? numbersOf(table, offerColumn(id)) : null,
      ),
    },
  };
}

/** Segments keep the order of the summary, so that they stand in the same order in every chart. */
function inSummaryOrder(segments: Categories, summary: RunSummary): Categories {
  const names = summary.segments.map((segment) => segment.label);
  for (const name of segments.names) if (!names.includes(name)) names.push(name);
  const place = segments.names.map((name) => names.indexOf(name));
  return { names, codes: segments.codes.map((code) => place[code]) };
}

const saysLeft = new Set(['1', 'true', 'yes', 'y', 'churned', 'left']);
const saysHeldOut = new Set(['held_out']);

/** 1 in each row whose cell says one of these words; nowhere where there is no such column. */
function rowsThatSay(
  words: ReadonlySet<string>,
  table: CustomerTable,
  column: string | undefined,
): Uint8Array {
  const rows = new Uint8Array(table.numRows());
  if (column === undefined || !table.columnNames().includes(column)) return rows;
  const { names, codes } = categoriesOf(table, column);
  const says = names.map((name) => (words.has(name.toLowerCase()) ? 1 : 0));
  codes.forEach((code, row) => (rows[row] = says[code]));
  return rows;
}
