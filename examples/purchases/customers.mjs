// A table of customers as of a day, from purchases: node customers.mjs purchases.csv 2026-01-31 3 > past.csv
// purchases.csv has a line a purchase: customer,date,amount. With a number of months the label says who bought nothing in them.
import { readFileSync } from 'node:fs';

const [file, day, window] = process.argv.slice(2);
const month = (365.25 / 12) * 24 * 3600 * 1000;
const end = Date.parse(day);
const until = new Date(end);
until.setUTCMonth(until.getUTCMonth() + Number(window ?? 0));

const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
const byCustomer = new Map();
for (const line of lines) {
  const [customer, date, amount] = line.split(',');
  if (!byCustomer.has(customer)) byCustomer.set(customer, []);
  byCustomer.get(customer).push({ at: Date.parse(date), amount: Number(amount) });
}

const label = window === undefined ? [] : ['churned'];
console.log(
  [
    'customer',
    'tenure_months',
    'purchases',
    'months_since_last',
    'monthly_spend',
    'mean_spend',
    ...label,
  ].join(),
);
for (const [customer, all] of byCustomer) {
  const known = all.filter(({ at }) => at <= end);
  if (known.length === 0) continue;
  const times = known.map(({ at }) => at);
  const spend = known.reduce((sum, { amount }) => sum + amount, 0);
  const months = (end - Math.min(...times)) / month;
  const stayed = all.some(({ at }) => at > end && at <= until.getTime());
  const cells = [
    months.toFixed(1),
    known.length,
    ((end - Math.max(...times)) / month).toFixed(1),
    (spend / Math.max(months, 1)).toFixed(2),
    (spend / known.length).toFixed(2),
    ...label.map(() => Number(!stayed)),
  ];
  console.log([customer, ...cells].join());
}
