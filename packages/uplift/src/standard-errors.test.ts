import { features, simulateExperiment } from '../test/simulated-experiment.js';
import { fitUplift } from './fit-uplift.js';
import { predictUplift, type UpliftPrediction } from './predict-uplift.js';

const options = { outcome: 'outcome', offer: 'offer', propensity: 'propensity', features: [...features] };
const experiments = 8;
const later = simulateExperiment({ customers: 2000, seed: 999 }).table;

/** The same customers, predicted after each of several experiments. */
const predictions: UpliftPrediction[] = [];
beforeAll(async () => {
  for (let seed = 50; seed < 50 + experiments; seed++) {
    const { table } = simulateExperiment({ customers: 4000, seed });
    predictions.push(await predictUplift(await fitUplift(table, options), later));
  }
});

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const across = (of: (one: UpliftPrediction) => number) => predictions.map(of);

/** Of a customer: the mean effect over the experiments, and what single ones vary around it. */
function spreadAt(i: number) {
  const effects = across(({ effect }) => effect[i]);
  const mean = sumOf(effects) / experiments;
  return { mean, variance: sumOf(effects.map((effect) => (effect - mean) ** 2)) / (experiments - 1) };
}
const customers = Array.from(later.outcome.keys());

describe('standard errors of effects', () => {
  it('are as large as effects vary when the experiment is done again', () => {
    const told = sumOf(customers.map((i) => sumOf(across(({ standardError }) => standardError[i] ** 2))));
    const real = experiments * sumOf(customers.map((i) => spreadAt(i).variance));
    expect(Math.sqrt(told / real)).toBeGreaterThan(0.8);
    expect(Math.sqrt(told / real)).toBeLessThan(1.6);
  });

  it('twice as large on either side hold the mean over experiments in nine cases of ten', () => {
    const held = customers.flatMap((i) => {
      const { mean } = spreadAt(i);
      return across(({ effect, standardError }) => +(Math.abs(effect[i] - mean) < 1.96 * standardError[i]));
    });
    const share = sumOf(held) / held.length;
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.99);
  });

  it('tell customers of uncertain effects from the others', () => {
    const told = customers.map((i) => sumOf(across(({ standardError }) => standardError[i])));
    const order = [...customers].sort((a, b) => told[a] - told[b]);
    const variance = (of: readonly number[]) => sumOf(of.map((i) => spreadAt(i).variance)) / of.length;
    const [surest, least] = [order.slice(0, 500), order.slice(-500)];
    expect(variance(least)).toBeGreaterThan(1.5 * variance(surest));
  });
});
