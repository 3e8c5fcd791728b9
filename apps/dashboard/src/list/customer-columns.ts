import {
  formatMoney,
  formatMoneyExact,
  formatPercent,
  offerColor,
  sayWith,
  segmentColor,
  type Texts,
} from '@clv/charts';
import { offerColumn, resultColumns } from '@clv/contracts';
import { categoriesOf, numbersOf } from '../table/columns.js';
import type { CustomerTable } from '../table/customer-table.js';
import type { Policy } from '../run/policy.js';
import type { ShownRun } from '../view/shown-run.js';

/** A column of the list of customers. */
export interface CustomerColumn {
  name: string;
  label: string;
  /** Numbers stand at the right. */
  number: boolean;
  text(row: number): string;
  /** The exact value, where the text is rounded. */
  exact?(row: number): string;
  /** Of a segment or an offer. */
  color?(row: number): string;
  /** By what the rows are ordered, of every row of the run; the same array as long as the order is. */
  keys(): Float64Array | Int32Array;
}

/** The names of the leading columns besides the id. */
export const leadNames: readonly string[] = [
  'segment_label',
  'p_churn',
  'clv',
  'recommended_incentive',
  'offer_cost',
  'gain',
];

/** The columns that are always there: who, how likely to leave, worth what, offered what, to what gain. */
export function leadColumns(
  { customers, policy }: ShownRun,
  { currency, locale, texts }: { currency: string; locale: string; texts?: Texts },
): CustomerColumn[] {
  const say = sayWith(texts);
  const { segments, risk, idColumn, table } = customers;
  const offers = policy.offers.map((offer) => offer.id);
  const offerOf = (row: number) => policy.offers[policy.choice[row]];
  const segmentOf = (row: number) => segments.names[segments.codes[row]];
  const money = (name: string, label: string, values: () => Float64Array): CustomerColumn => ({
    name,
    label,
    number: true,
    text: (row) => formatMoney(values()[row], currency, locale),
    exact: (row) => formatMoneyExact(values()[row], currency, locale),
    keys: values,
  });
  const gain = once(() => policy.optimized.map((value, row) => value - policy.baseline[row]));
  return [
    { ...ownColumn(table, idColumn), number: false },
    {
      name: 'segment_label',
      label: say('Segment'),
      number: false,
      text: segmentOf,
      color: (row) => segmentColor(segmentOf(row), segments.names),
      keys: () => segments.codes,
    },
    {
      name: 'p_churn',
      label: say('Risk'),
      number: true,
      text: (row) => formatPercent(risk[row], 1, locale),
      exact: (row) => String(risk[row]),
      keys: () => risk,
    },
    money('clv', say('Value'), () => policy.clv),
    {
      name: 'recommended_incentive',
      label: say('Offer'),
      number: false,
      text: (row) => offerOf(row).label,
      color: (row) => offerColor(offerOf(row).id, offers),
      keys: () => policy.choice,
    },
    money('offer_cost', say('Cost'), () => policy.cost),
    {
      ...money('gain', say('Gain'), gain),
      text: (row) => formatMoney(gainOf(policy, row), currency, locale),
      exact: (row) => formatMoneyExact(gainOf(policy, row), currency, locale),
    },
  ];
}

const gainOf = ({ optimized, baseline }: Policy, row: number) => optimized[row] - baseline[row];

/** Computed when it is first asked for. */
function once<T>(calculate: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= calculate());
}

/** The columns that a run adds to the caller's own. */
const runColumns: ReadonlySet<string> = new Set(resultColumns);

/** The names of the columns that the caller brought, the id left out. */
export function ownColumnNames({ customers, recommended }: ShownRun): string[] {
  const values = new Set(recommended.offers.map(({ id }) => offerColumn(id)));
  return customers.table
    .columnNames()
    .filter((name) => name !== customers.idColumn && !runColumns.has(name) && !values.has(name));
}

/** A column of the caller's own table, as it is. */
export function ownColumn(table: CustomerTable, name: string, locale = 'en-US'): CustomerColumn {
  const cells = table.column(name)!;
  const number = typeof firstValue(cells) === 'number';
  return {
    name,
    label: name,
    number,
    text: (row) => {
      const cell = cells.at(row) as unknown;
      if (typeof cell === 'number' && Number.isNaN(cell)) return '–';
      if (typeof cell === 'number') return Number.isInteger(cell) ? String(cell) : fraction(cell, locale);
      return cell === null || cell === undefined ? '' : String(cell);
    },
    exact: (row) => String(cells.at(row) ?? ''),
    keys: once(() => (number ? numbersOf(table, name) : ranks(table, name))),
  };
}

/** Years and numbers of contracts are not set apart by thousands; what two decimals would make nothing keeps its digits. */
const fraction = (value: number, locale: string) =>
  value.toLocaleString(locale, {
    useGrouping: false,
    ...(Math.abs(value) < 0.1
      ? { maximumSignificantDigits: 2 }
      : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  });

function firstValue(cells: { length: number; at(row: number): unknown }): unknown {
  for (let row = 0; row < cells.length; row++) {
    const cell = cells.at(row);
    if (cell !== null && cell !== undefined) return cell;
  }
  return undefined;
}

/** The place of each text among all texts in order. */
function ranks(table: CustomerTable, name: string): Float64Array {
  const { names, codes } = categoriesOf(table, name);
  const order = [...names.keys()].sort((a, b) => (names[a] < names[b] ? -1 : 1));
  const rank = new Float64Array(names.length);
  order.forEach((code, place) => (rank[code] = place));
  return Float64Array.from(codes, (code) => rank[code]);
}
