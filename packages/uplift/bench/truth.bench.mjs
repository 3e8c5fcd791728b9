/**
 * What the DR learner makes of campaigns by lot whose truth is known: @clv/synth's four kinds of business, two offers and
 * none, a third of the customers each. The policy gives each of 50,000 other customers the offer of the greatest predicted
 * effect, or none where none is positive; its value is the sum of true effects, a share of what knowing them would reach. The two
 * offers are discounts of 5% and 10%: beside the policy that was told which is the stronger stands the one that was not.
 */
import { experimentRoles, scenarioNames, scenarioRoles, synthesizeColumns } from '@clv/synth';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { fitUplift, predictUplift } from '../dist/index.js';
import { judgeBy } from './judge-effects.mjs';
import { meanOf, percent, standardError } from './over-logs.mjs';

const sizes = [
  // Small logs differ much.
  { customers: 10_000, fewest: 10 },
  { customers: 100_000, fewest: 2 },
];
/** Logs are drawn until the mean of their shares has a standard error of no more. */
const sureEnough = 0.02;
const others = 50_000;
/** Weakest first. */
const ladder = ['discount_5', 'discount_10'];

async function judge(scenario, customers, seed) {
  const draw = (options) => synthesizeColumns({ scenario, truth: true, ...options });
  const log = draw({ customers, seed, experiment: { assignment: 'random' } });
  const { features } = scenarioRoles(scenario);
  const later = draw({ customers: others, seed: seed + 1000 });
  const learn = async (known) =>
    predictUplift(await fitUplift(log, { ...experimentRoles, features, ...known }), later);
  const { effect, offers } = await learn({ ladder });
  const { effect: untold } = await learn({});
  const { reachedBy, reachedByOneForAll, correlationOf } = judgeBy(
    offers.map((offer) => later[`true_effect_${offer}`]),
  );
  const told = (i, j) => effect[i * offers.length + j];
  return {
    reached: reachedBy(told),
    untold: reachedBy((i, j) => untold[i * offers.length + j]),
    toAll: reachedByOneForAll,
    correlation: correlationOf(offers.indexOf(ladder.at(-1)), told),
  };
}

const print = startTable(
  'business',
  'customers',
  'logs',
  'reached by DR',
  'standard error',
  'least of the logs',
  'not told which is stronger',
  'least of the logs',
  'by one offer for all',
  'correlation with the true effect',
);
for (const { customers, fewest } of sizes) {
  for (const scenario of process.argv.length > 2 ? process.argv.slice(2) : scenarioNames) {
    const found = [];
    const reached = [];
    while (reached.length < fewest || standardError(reached) > sureEnough) {
      found.push(await judge(scenario, customers, found.length + 1));
      reached.push(found.at(-1).reached);
    }
    print(
      scenario,
      customers.toLocaleString('en-US'),
      reached.length,
      percent(meanOf(reached)),
      percent(standardError(reached)),
      percent(Math.min(...reached)),
      percent(meanOf(found.map(({ untold }) => untold))),
      percent(Math.min(...found.map(({ untold }) => untold))),
      percent(meanOf(found.map(({ toAll }) => toAll))),
      meanOf(found.map((each) => each.correlation)).toFixed(2),
    );
  }
}
