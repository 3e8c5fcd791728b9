import {
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  fitBgNbd,
  fitParetoNbd,
  summarizeTransactions,
} from '../dist/index.js';

export const fittedWeeks = 39;
export const allWeeks = 78;

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);

/** What each customer did in the first 39 weeks and in the 39 after, and both models fitted to the first. */
export function fitCdnow(purchases) {
  const { columns } = summarizeTransactions(purchases, {
    calibrationEnd: '1997-09-30',
    holdoutEnd: '1998-06-30',
  });
  return { columns, models: { 'BG/NBD': fitBgNbd(columns), 'Pareto/NBD': fitParetoNbd(columns) } };
}

/** Repeat purchases of three kinds of weeks: how many there were, and how many each model predicts. */
export function cdnowForecasts(purchases) {
  const { columns, models } = fitCdnow(purchases);
  const [seen, unseen] = [sumOf(columns.frequency), sumOf(columns.holdout_frequency)];
  const more = allWeeks - fittedWeeks;
  const ofNewcomers = (model, weeksMore) =>
    sumOf(columns.age.map((age) => expectedPurchasesOfNewcomer(model, age + weeksMore)));
  const predicted = (forecast) =>
    Object.fromEntries(Object.entries(models).map(([name, model]) => [name, forecast(model)]));
  return [
    {
      weeks: 'weeks 1 to 78',
      actual: seen + unseen,
      ...predicted((model) => ofNewcomers(model, more)),
    },
    {
      weeks: 'weeks 40 to 78 alone',
      actual: unseen,
      ...predicted((model) => ofNewcomers(model, more) - ofNewcomers(model, 0)),
    },
    {
      weeks: "weeks 40 to 78, given each customer's first 39 weeks",
      actual: unseen,
      ...predicted((model) => sumOf(expectedPurchases(model, columns, more))),
    },
  ];
}
