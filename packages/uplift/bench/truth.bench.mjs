/**
 * What the DR learner makes of campaigns by lot whose truth is known: @clv/synth's four kinds of business, two offers and
 * none, a third of the customers each. The policy gives each of 50,000 other customers the offer of the greatest predicted
 * effect, or none where none is positive; its value is the sum of true effects, a share of what knowing them would reach. The two
 * offers are discounts of 5% and 10%: beside the policy that was told which is the stronger stands the one that was not.
 */
import { experimentRoles, scenarioNames, scenarioRoles, synthesizeColumns } from '@clv/synth';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { fitUplift, predictUplift } from '../dist/index.js';

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

const sumOf = (values) => values.reduce((sum, value) => sum + value, 0);
const meanOf = (values) => sumOf(values) / values.length;
const standardError = (values) => {
  const mean = meanOf(values);
  return Math.sqrt(sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1) / values.length);
};
const percent = (share) => `${(100 * share).toFixed(1)}%`;

function correlation(a, b) {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const product = (f) => sumOf(Array.from(a, (_, i) => f(a[i] - meanA, b[i] - meanB)));
  return product((x, y) => x * y) / Math.sqrt(product((x) => x * x) * product((_, y) => y * y));
}

async function judge(scenario, customers, seed) {
  const draw = (options) => synthesizeColumns({ scenario, truth: true, ...options });
  const log = draw({ customers, seed, experiment: { assignment: 'random' } });
  const { features } = scenarioRoles(scenario);
  const later = draw({ customers: others, seed: seed + 1000 });
  const learn = async (known) =>
    predictUplift(await fitUplift(log, { ...experimentRoles, features, ...known }), later);
  const { effect, offers } = await learn({ ladder });
  const { effect: untold } = await learn({});
  const truth = offers.map((offer) => later[`true_effect_${offer}`]);
  const greatest = (effectOf) => {
    let [best, chosen] = [0, -1];
    for (const j of offers.keys()) if (effectOf(j) > best) [best, chosen] = [effectOf(j), j];
    return chosen;
  };
  const valueOf = (choose) =>
    sumOf(Array.from(truth[0], (_, i) => (choose(i) < 0 ? 0 : truth[choose(i)][i])));
  const oracle = valueOf((i) => greatest((j) => truth[j][i]));
  const reachedBy = (found) => valueOf((i) => greatest((j) => found[i * offers.length + j]));
  const toAll = Math.max(...offers.map((_, j) => valueOf(() => j)));
  const strongest = offers.indexOf(ladder.at(-1));
  const predicted = Float64Array.from(truth[0], (_, i) => effect[i * offers.length + strongest]);
  return {
    reached: reachedBy(effect) / oracle,
    untold: reachedBy(untold) / oracle,
    toAll: toAll / oracle,
    correlation: correlation(predicted, truth[strongest]),
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
