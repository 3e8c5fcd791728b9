import { randomSource } from '@clv/contracts';
import {
  contractualValue,
  customerValue,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  probabilityAlive,
} from '../dist/index.js';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { cdnowTransactions } from '../test/cdnow.mjs';
import { cdnowForecasts } from './cdnow.mjs';

const purchasesOfCdnow = cdnowTransactions();
if (!purchasesOfCdnow) console.log('CDNOW_sample.txt is not there: set CLV_DATA to its folder');
else {
  const print = startTable('repeat purchases', 'actual', 'BG/NBD', 'Pareto/NBD');
  const count = (purchases) => Math.round(purchases).toLocaleString('en-US');
  for (const { weeks, actual, ...predicted } of cdnowForecasts(purchasesOfCdnow)) {
    const told = (purchases) => `${count(purchases)} (${(100 * (purchases / actual - 1)).toFixed(1)}%)`;
    print(weeks, count(actual), told(predicted['BG/NBD']), told(predicted['Pareto/NBD']));
  }
  console.log();
}

const customers = 1_000_000;
const next = randomSource(1);
const age = Float64Array.from({ length: customers }, () => 26 + 78 * next());
const frequency = new Float64Array(customers);
const recency = new Float64Array(customers);
const monetary_value = new Float64Array(customers);
for (let i = 0; i < customers; i++) {
  const rate = -Math.log(next()) / 12;
  const leaving = next() ** 2;
  for (let now = -Math.log(next()) / rate; now <= age[i]; now -= Math.log(next()) / rate) {
    frequency[i]++;
    recency[i] = now;
    if (next() < leaving) break;
  }
  const usual = 10 - 30 * Math.log(next());
  for (let k = 0; k < frequency[i]; k++) monetary_value[i] -= (usual * Math.log(next())) / frequency[i];
}
const table = { frequency, recency, age, monetary_value };
const sample = {
  frequency: frequency.slice(0, 50_000),
  recency: recency.slice(0, 50_000),
  age: age.slice(0, 50_000),
};
const margin = new Float64Array(customers).fill(20);
const churnProbability = Float64Array.from({ length: customers }, next);

const print = startTable('a million customers', 'ms', 'goal');

function measure(name, goal, runs, work) {
  const times = [];
  let result;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    result = work();
    times.push(performance.now() - start);
  }
  const median = times.sort((a, b) => a - b)[Math.floor(runs / 2)];
  print(name, Math.round(median).toLocaleString('en-US'), goal);
  return result;
}

measure('contractualValue, 12 months', '', 5, () => contractualValue({ margin, churnProbability }));
const purchases = measure('fitBgNbd', '10,000', 3, () => fitBgNbd(table));
const spend = measure('fitGammaGamma', '', 3, () => fitGammaGamma(table));
measure('probabilityAlive', '', 3, () => probabilityAlive(purchases, table));
measure('customerValue, 12 months', '3,000', 3, () =>
  customerValue(purchases, spend, table, { timeUnit: 'week' }),
);
measure('fitParetoNbd, of 50,000 customers', '', 1, () => fitParetoNbd(sample));
