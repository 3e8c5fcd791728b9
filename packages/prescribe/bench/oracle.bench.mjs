import { fitChurn, predictChurn } from '@clv/churn';
import { scenarioNames, scenarioRoles, synthesizeColumns } from '@clv/synth';
import { defineSchema } from '@clv/table';
import { fitUplift, predictUplift } from '@clv/uplift';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { allocateBudget, comparePolicies, defaultOffers, expectedValues, prescribe } from '../dist/index.js';

/**
 * How near policies from learned effects come to the oracle's, who knows every effect, with a tenth of the money that all
 * offers that pay would take. What is learned hangs on the experiment that it is learned from, so several are drawn, and
 * each of the seeds is prescribed for by one of them. Arguments: scenarios (default: all).
 */
const logs = 4;
const logged = 100_000;
const prescribed = 20_000;
const seeds = 20;
const asked = process.argv.slice(2);
console.log(
  `effects learned from ${logged} logged customers, ${logs} times; means of ${seeds} seeds of ${prescribed} customers; a tenth of the money; bar 0.900 of an oracle that spends as much\n`,
);
const print = startTable(
  'scenario',
  'share of the gain of an oracle that spends as much',
  'least',
  'that spends the budget',
  'really spent over the budget',
  'really gained over what was expected',
  'gain beside that of highest risk first',
  'beats it on',
  'beats highest value at risk first on',
);
for (const scenario of asked.length > 0 ? asked : scenarioNames) await runScenario(scenario);

async function runScenario(scenario) {
  const { price, margin } = scenarioRoles(scenario);
  const results = [];
  for (let log = 0; log < logs; log++) {
    const { uplift, churn } = await learn(scenario, 1000 + log);
    for (let seed = log; seed < seeds; seed += logs) {
      const table = synthesizeColumns({ scenario, customers: prescribed, seed, truth: true });
      results.push(await judge(table, uplift, churn, filled(table[margin]), filled(table[price])));
    }
  }
  report(scenario, results);
}

async function learn(scenario, seed) {
  const { features } = scenarioRoles(scenario);
  const log = synthesizeColumns({
    scenario,
    customers: logged,
    seed,
    experiment: { assignment: 'random' },
  });
  const roles = { outcome: 'outcome', offer: 'offer', propensity: 'propensity', features };
  // As clv run does too: the larger of two discounts keeps nobody less.
  const uplift = await fitUplift(log, { ...roles, ladder: ['discount_5', 'discount_10'] });

  // As clv run does: who leaves when nothing is done is learned from those who got nothing.
  const untreated = (cells) => Array.from(cells).filter((_, row) => log.offer[row] === 'none');
  const churn = await fitChurn(
    Object.fromEntries(Object.entries(log).map(([name, cells]) => [name, untreated(cells)])),
    defineSchema({ label: 'churned', features }),
  );
  return { uplift, churn };
}

/** Missing cells get the median. */
function filled(column) {
  const known = Float64Array.from(column)
    .filter((value) => !Number.isNaN(value))
    .sort();
  return Float64Array.from(column, (value) =>
    Math.max(0, Number.isNaN(value) ? known[known.length >> 1] : value),
  );
}

async function judge(table, uplift, churn, margin, price) {
  const { effect, offers } = await predictUplift(uplift, table);
  const width = defaultOffers.length;
  const withNone = (of) =>
    Float64Array.from({ length: prescribed * width }, (_, at) => {
      const a = at % width;
      return a === 0 ? 0 : of(Math.floor(at / width), defaultOffers[a].id);
    });
  const known = { clv: margin.map((value) => 11.4 * value), price };
  const believed = {
    ...known,
    pChurn: await predictChurn(churn, table),
    effect: withNone((i, id) => effect[i * offers.length + offers.indexOf(id)]),
  };
  const truth = expectedValues(
    { ...known, pChurn: table.true_p_churn, pStay: withNone((i, id) => table[`true_p_stay_${id}`][i]) },
    defaultOffers,
  );
  const budget = 0.1 * prescribe(believed).spend;
  const { values, choice, gain: promised } = prescribe(believed, { budget });
  const judged = comparePolicies({ inputs: believed, values, choice }, { truth, budget, resamples: 2 });
  const of = (policy) => judged.find((result) => result.policy === policy);
  const gainOf = (policy) => of(policy).gain.value;
  // What ours really spends differs from what was expected: the oracle is given the same.
  const spent = of('ours').spend.value;
  const { gain, cost, customers } = truth;
  const oracle = allocateBudget({ customers, offers: width, gain, cost, budget: spent }).gain;
  return {
    share: gainOf('ours') / oracle,
    shareOfBudget: gainOf('ours') / gainOf('oracle'),
    overspent: spent / budget - 1,
    overdone: gainOf('ours') / promised - 1,
    ours: gainOf('ours'),
    risk: gainOf('highest_risk'),
    atRisk: gainOf('highest_value_at_risk'),
  };
}

function report(scenario, results) {
  const mean = (of) => results.reduce((sum, result) => sum + of(result), 0) / seeds;
  const percent = (share) => `${(100 * share).toFixed(1)}%`;
  const beaten = (of) => `${results.filter((result) => result.ours > of(result)).length} of ${seeds}`;
  print(
    scenario,
    mean(({ share }) => share).toFixed(3),
    Math.min(...results.map(({ share }) => share)).toFixed(3),
    mean(({ shareOfBudget }) => shareOfBudget).toFixed(3),
    percent(mean(({ overspent }) => overspent)),
    percent(mean(({ overdone }) => overdone)),
    (mean(({ ours }) => ours) / mean(({ risk }) => risk)).toFixed(2),
    beaten(({ risk }) => risk),
    beaten(({ atRisk }) => atRisk),
  );
}
