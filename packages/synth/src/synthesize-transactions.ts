import {
  checkOptions,
  InvalidInputError,
  randomSource,
  shapes,
  type OptionShapes,
  type RandomSource,
  type Shape,
} from '@clv/contracts';
import { table, type ColumnTable } from 'arquero';
import { randomBeta, randomExponential, randomGamma } from 'd3-random';
import { idsInTurn } from './drawing/customer-ids.js';
import { cents } from './drawing/rounding.js';
import { blockRows } from './fill-block.js';
import { dateFaults, positiveFaults, wholeNumberFaults } from './options/option-faults.js';

/** Of the BG/NBD process (Fader, Hardie and Lee 2005), with time in weeks. */
export interface PurchaseParameters {
  /** Purchase rates are gamma: shape `r`, rate `alpha`; their mean `r / alpha` is at most 1,000 purchases a week. */
  r: number;
  alpha: number;
  /** The chance of ending after each repeat purchase is beta: `a`, `b`. */
  a: number;
  b: number;
}

/** Of the gamma-gamma process (Fader and Hardie 2013). */
export interface SpendParameters {
  /** A customer's amounts are gamma of shape `p` and a rate of their own. */
  p: number;
  /** Rates are gamma: shape `q`, above 1 so that there is a mean, and rate `v`; the mean amount is `p v / (q - 1)`. */
  q: number;
  v: number;
}

/** How many customers buy, for how long, and how they come and go. */
export interface SynthesizeTransactionsOptions {
  /** How many customers, 1 to 10,000,000 (default 10,000). */
  customers?: number;
  /** A whole number: the same seed gives the same purchases (default 42). */
  seed?: number;
  /** From the first day to the last, at most 5,200 (default 78). */
  weeks?: number;
  /** First purchases are spread evenly over this many weeks from the start (default 12). */
  joiningWeeks?: number;
  /** The first day, as YYYY-MM-DD (default 2024-01-01). */
  start?: string;
  /** Default: as fitted to the CDNOW sample. */
  purchases?: PurchaseParameters;
  /** Default: as fitted to the CDNOW sample. */
  spend?: SpendParameters;
  /** Whether each row tells its customer's own parameters, in `true_*` columns (default false). */
  truth?: boolean;
}

const cdnowPurchases: PurchaseParameters = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425752 };
const cdnowSpend: SpendParameters = { p: 6.25, q: 3.74, v: 15.44 };
const millisecondsPerWeek = 7 * 86_400_000;

/**
 * Purchase histories without contracts, one purchase a row: `customer_id`, `date`, `week` (the exact time since the
 * start) and `amount`, by customer and time. Each customer buys first at joining, then at a rate of their own until
 * they end unseen after a repeat purchase.
 *
 * @throws InvalidInputError that lists every option at fault; InvalidOptionError for an unknown one.
 */
export function synthesizeTransactions(options: SynthesizeTransactionsOptions = {}): ColumnTable {
  const plan = planOf(options);
  const rows = emptyRows();
  for (let first = 0; first < plan.customers; first += blockRows) {
    const drawHistory = historyDrawer(plan, randomSource(plan.seed, first / blockRows));
    const nextId = idsInTurn(first + 1);
    const end = Math.min(plan.customers, first + blockRows);
    for (let customer = first; customer < end; customer++) drawHistory(nextId(), rows);
  }
  const { true_purchase_rate, true_dropout, true_mean_amount, ...visible } = rows;
  return table(plan.truth ? { ...visible, true_purchase_rate, true_dropout, true_mean_amount } : visible);
}

const emptyRows = () => ({
  customer_id: [] as string[],
  date: [] as string[],
  week: [] as number[],
  amount: [] as number[],
  true_purchase_rate: [] as number[],
  true_dropout: [] as number[],
  true_mean_amount: [] as number[],
});

function historyDrawer(plan: ReturnType<typeof planOf>, random: RandomSource) {
  const { r, alpha, a, b } = plan.purchases;
  const { p, q, v } = plan.spend;
  const drawRate = randomGamma.source(random)(r, 1 / alpha);
  const drawDropout = randomBeta.source(random)(a, b);
  const drawSpendRate = randomGamma.source(random)(q, 1 / v);
  const drawAmount = randomGamma.source(random)(p);
  const drawWait = randomExponential.source(random)(1);
  const startTime = Date.parse(plan.start);

  return (id: string, rows: ReturnType<typeof emptyRows>): void => {
    const rate = drawRate();
    const dropout = drawDropout();
    const spendRate = drawSpendRate();
    let week = random() * plan.joiningWeeks;
    let repeat = false;
    while (week < plan.weeks) {
      rows.customer_id.push(id);
      rows.date.push(new Date(startTime + week * millisecondsPerWeek).toISOString().slice(0, 10));
      rows.week.push(week);
      rows.amount.push(Math.max(0.01, cents(drawAmount() / spendRate)));
      rows.true_purchase_rate.push(rate);
      rows.true_dropout.push(dropout);
      rows.true_mean_amount.push(p / spendRate);
      if (repeat && random() < dropout) return;
      week += drawWait() / rate;
      repeat = true;
    }
  };
}

/** What is told with all other faults. */
const toldLater: Shape = () => undefined;

const optionShapes: OptionShapes<SynthesizeTransactionsOptions> = {
  customers: toldLater,
  seed: toldLater,
  weeks: toldLater,
  joiningWeeks: toldLater,
  start: shapes.text,
  truth: shapes.exactly(true, false),
  purchases: shapes.record({}),
  spend: shapes.record({}),
};

/** A century: what lies beyond is no history of a shop, and dates come to an end. */
const mostWeeks = 5_200;

/** Purchases in a week: the more, the longer a history, without an end for infinitely many. */
const mostPurchases = 1_000;

function planOf(options: SynthesizeTransactionsOptions): Required<SynthesizeTransactionsOptions> {
  checkOptions(options, optionShapes);
  const { customers = 10_000, seed = 42, weeks = 78, joiningWeeks = 12 } = options;
  const { start = '2024-01-01', purchases = cdnowPurchases, spend = cdnowSpend, truth = false } = options;
  checkOptions(purchases, { r: toldLater, alpha: toldLater, a: toldLater, b: toldLater });
  checkOptions(spend, { p: toldLater, q: toldLater, v: toldLater });
  const faults = [
    ...wholeNumberFaults('customers', customers, 1, 1e7),
    ...wholeNumberFaults('seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    ...positiveFaults('weeks', weeks, 0, mostWeeks),
    ...positiveFaults('joiningWeeks', joiningWeeks, 0, mostWeeks),
    ...dateFaults('start', start),
    ...(['r', 'alpha', 'a', 'b'] as const).flatMap((name) =>
      positiveFaults(`purchases.${name}`, purchases[name]),
    ),
    ...(['p', 'v'] as const).flatMap((name) => positiveFaults(`spend.${name}`, spend[name])),
    ...positiveFaults('spend.q', spend.q, 1),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const rateFaults = positiveFaults(
    'purchases.r / purchases.alpha',
    purchases.r / purchases.alpha,
    0,
    mostPurchases,
  );
  if (rateFaults.length > 0) throw new InvalidInputError(rateFaults);
  return { customers, seed, weeks, joiningWeeks, start, purchases, spend, truth };
}
