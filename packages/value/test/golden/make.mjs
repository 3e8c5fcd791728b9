// Writes the golden models of the current formats beside this file: node test/golden/make.mjs (after a build).
// A file that was released is never written again: a later format gets a file of its own.
import { existsSync, writeFileSync } from 'node:fs';
import { randomSource } from '@clv/contracts';
import {
  cohortSurvival,
  customerValue,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  fitShiftedBetaGeometric,
  probabilityAlive,
} from '@clv/value';

const next = randomSource(7);
const wait = (rate) => -Math.log(1 - next()) / rate;
const age = Array.from({ length: 1000 }, (_, row) => 20 + (row % 40));

/** Customers who buy at a rate of their own, each until a week of their own or a purchase that is their last. */
function customersWho(weekOfEnd, chanceOfEnd) {
  const lives = age.map((weeks) => {
    const [rate, until, chance] = [0.1 * wait(1), Math.min(weeks, weekOfEnd()), chanceOfEnd()];
    const life = { frequency: 0, recency: 0 };
    for (let at = wait(rate); at <= until; at += wait(rate)) {
      life.frequency++;
      life.recency = at;
      if (next() < chance) break;
    }
    return life;
  });
  return {
    frequency: lives.map(({ frequency }) => frequency),
    recency: lives.map(({ recency }) => recency),
    age,
    monetary_value: lives.map(({ frequency }) => meanSpend(frequency)),
  };
}

/** The mean of purchases that spread around one's own. */
function meanSpend(purchases) {
  const own = 10 + wait(0.05);
  const spent = Array.from({ length: purchases }, () => wait(1 / own));
  return purchases === 0 ? 0 : spent.reduce((sum, each) => sum + each) / purchases;
}

const customers = customersWho(
  () => Infinity,
  () => 1 - (1 - next()) ** (1 / 3),
);
const mortals = customersWho(
  () => wait(0.02 * wait(1)),
  () => 0,
);
const cohort = [[1000, 631, 468, 382, 326, 289, 262, 241]];
const models = {
  bgNbd: fitBgNbd(customers),
  paretoNbd: fitParetoNbd(mortals),
  gammaGamma: fitGammaGamma(customers),
  contracts: fitShiftedBetaGeometric(cohort),
};
const some = Object.fromEntries(
  Object.entries(customers).map(([name, values]) => [name, values.slice(0, 20)]),
);
const valuing = { timeUnit: 'week', months: 12 };
const said = (purchases) => ({
  purchases: [...expectedPurchases(purchases, some, 52)],
  alive: [...probabilityAlive(purchases, some)],
  value: [...customerValue(purchases, models.gammaGamma, some, valuing)],
});
const answers = {
  bgNbd: said(models.bgNbd),
  paretoNbd: said(models.paretoNbd),
  survival: [...cohortSurvival(models.contracts, 12)],
};
const file = new URL('models-v1.golden.json', import.meta.url);
if (existsSync(file)) throw new Error('this format is released: its golden file stays as it is');
writeFileSync(file, JSON.stringify({ models, customers: some, valuing, answers }) + '\n');
