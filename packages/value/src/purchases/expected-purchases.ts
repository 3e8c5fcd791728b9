import type { TableLike } from '@clv/table';
import { assertPurchaseModel } from '../check-model.js';
import { checkTime } from '../checks/check-numbers.js';
import { bgNbdAlive, bgNbdPurchases } from './bg-nbd-purchases.js';
import { paretoNbdAlive, paretoNbdPurchases } from './pareto-nbd-purchases.js';
import { readPurchaseHistory, type PurchaseHistory } from './purchase-history.js';
import type { PurchaseModel } from './purchase-model.js';

/**
 * The chance that each customer still is one.
 *
 * @param table columns `frequency`, `recency`, `age` in the model's unit of time.
 * @returns one probability per row.
 * @throws InvalidInputError naming every row that no customer could have; ClvError `INVALID_MODEL` where the model is damaged.
 */
export function probabilityAlive(model: PurchaseModel, table: TableLike): Float64Array {
  assertPurchaseModel(model);
  const { frequency, recency, age } = readPurchaseHistory(table);
  return frequency.map((x, i) => alive(model, x, recency[i], age[i]));
}

/**
 * How many purchases each customer is expected to make in the next `time`.
 *
 * @param table columns `frequency`, `recency`, `age` in the model's unit of time.
 * @param time how far ahead, in the model's unit, from 0 to 100,000.
 * @returns one number per row.
 * @throws InvalidOptionError for a time below 0 or above 100,000; else as {@link probabilityAlive}.
 */
export function expectedPurchases(model: PurchaseModel, table: TableLike, time: number): Float64Array {
  assertPurchaseModel(model);
  checkTime('time', time);
  const history = readPurchaseHistory(table);
  const total = new Float64Array(history.age.length);
  eachCustomersPurchases(model, history, Float64Array.of(time), (i, [purchases]) => (total[i] = purchases));
  return total;
}

/**
 * How many repeat purchases a new customer is expected to make in the first `time`, in the model's unit.
 *
 * @throws InvalidOptionError for a time below 0 or above 100,000; ClvError `INVALID_MODEL` where the model is damaged.
 */
export function expectedPurchasesOfNewcomer(model: PurchaseModel, time: number): number {
  assertPurchaseModel(model);
  checkTime('time', time);
  const into = new Float64Array(1);
  purchasesWhileAlive(model, 0, 0, Float64Array.of(time), into);
  return into[0];
}

/** Calls `visit` with every customer's expected purchases up to each of the times; the array is used again. */
export function eachCustomersPurchases(
  model: PurchaseModel,
  { frequency, recency, age }: PurchaseHistory,
  times: Float64Array,
  visit: (row: number, purchases: Float64Array) => void,
): void {
  const purchases = new Float64Array(times.length);
  for (let i = 0; i < age.length; i++) {
    purchasesWhileAlive(model, frequency[i], age[i], times, purchases);
    const stays = alive(model, frequency[i], recency[i], age[i]);
    for (let k = 0; k < purchases.length; k++) purchases[k] *= stays;
    visit(i, purchases);
  }
}

function alive(model: PurchaseModel, x: number, recency: number, age: number): number {
  return model.format === 'clv-bg-nbd'
    ? bgNbdAlive(model, x, recency, age)
    : paretoNbdAlive(model, x, recency, age);
}

function purchasesWhileAlive(
  model: PurchaseModel,
  x: number,
  age: number,
  times: Float64Array,
  into: Float64Array,
) {
  if (model.format === 'clv-bg-nbd') bgNbdPurchases(model, x, age, times, into);
  else paretoNbdPurchases(model, x, age, times, into);
}
