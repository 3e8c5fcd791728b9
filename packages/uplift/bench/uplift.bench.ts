import { randomSource } from '@clv/contracts';
import { evaluateUplift, fitUplift, predictUplift, type Learner } from '../src/index.js';
import { hillstrom, hillstromFeatures, pick } from '../test/hillstrom.js';
import { features, simulateExperiment } from '../test/simulated-experiment.js';

const learners = (['S', 'T', 'X', 'DR'] as const).filter(
  (learner, _, all) => process.argv.includes(learner) || !all.some((other) => process.argv.includes(other)),
);
const columns = { outcome: 'outcome', offer: 'offer', features: [...features] };
const known = { ...columns, propensity: 'propensity' };
const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
const meanOf = (values: ArrayLike<number>) => sumOf(values) / values.length;
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

/** The policy that offers where the predicted effect is positive, against knowing the true effects. */
async function oracleShare(customers: number, seed: number, learner: Learner) {
  const { table } = simulateExperiment({ customers, seed });
  const later = simulateExperiment({ customers: 50_000, seed: seed + 1000 });
  const { effect } = await predictUplift(await fitUplift(table, { ...known, learner }), later.table);
  const reached = sumOf(later.effect.map((truth, i) => (effect[i] > 0 ? truth : 0)));
  return reached / sumOf(later.effect.map((truth) => Math.max(0, truth)));
}

async function policyValue() {
  for (const [customers, seeds] of [
    [10_000, [1, 2, 3, 4, 5]],
    [100_000, [1, 2]],
  ] as const) {
    for (const learner of learners) {
      const shares: number[] = [];
      for (const seed of seeds) shares.push(await oracleShare(customers, seed, learner));
      console.log(
        `policy value, ${customers} customers, ${learner}: ${percent(meanOf(shares))} of the oracle's`,
      );
    }
  }
}

/** How often the interval of the AIPW average effect holds the truth, where who gets the offer is confounded. */
async function coverage(name: string, options: typeof columns) {
  const population = simulateExperiment({ customers: 500_000, seed: 77, confounded: true });
  const truth = meanOf(population.effect);
  let inside = 0;
  const simulations = 200;
  for (let seed = 0; seed < simulations; seed++) {
    const { table } = simulateExperiment({ customers: 2000, seed, confounded: true });
    const { averageEffects } = await fitUplift(table, { ...options, folds: 3 });
    const [{ effect, standardError }] = averageEffects!;
    if (Math.abs(effect - truth) < 1.96 * standardError) inside++;
  }
  console.log(
    `AIPW's 95% interval, confounded, propensities ${name}: holds the truth in ${percent(inside / simulations)}`,
  );
}

async function rejectionsWithoutEffect() {
  let rejections = 0;
  const simulations = 200;
  for (let seed = 0; seed < simulations; seed++) {
    const [learn, judge] = [0, 5000].map((offset) =>
      simulateExperiment({ customers: 2000, seed: seed + offset, strength: 0 }),
    );
    const { effect } = await predictUplift(await fitUplift(learn.table, { ...known, folds: 3 }), judge.table);
    const treated = judge.table.offer.map((name) => name === 'discount');
    const held = { effect, outcome: judge.table.outcome, treated, propensity: 0.5, replicates: 2 };
    if (evaluateUplift(held).ranking.pValue < 0.05) rejections++;
  }
  console.log(
    `no effect planted: the ranking test rejects in ${percent(rejections / simulations)} at the 5% level`,
  );
}

/** Mean, its standard error, and the range. */
function overSplits(figures: readonly number[]): string {
  const mean = meanOf(figures);
  const variance = sumOf(figures.map((each) => (each - mean) ** 2)) / (figures.length - 1);
  const [told, error, least, most] = [
    mean,
    Math.sqrt(variance / figures.length),
    Math.min(...figures),
    Math.max(...figures),
  ].map((each) => each.toFixed(3));
  return `${told} ± ${error} (${least} to ${most})`;
}

async function heldOutHillstrom() {
  const data = hillstrom();
  if (!data) return;
  const third = { 'No E-Mail': 1 / 3, 'Mens E-Mail': 1 / 3, 'Womens E-Mail': 1 / 3 };
  const options = { offer: 'segment', none: 'No E-Mail', outcome: 'visit', features: hillstromFeatures };
  for (const learner of learners) {
    const found: Record<string, { qini: number[]; at30: number[] }> = {};
    for (let seed = 1; seed <= 5; seed++) {
      const next = randomSource(seed);
      const parts = [[], []] as number[][];
      data.visit.forEach((_, i) => parts[next() < 0.7 ? 0 : 1].push(i));
      const model = await fitUplift(pick(data, parts[0]), { ...options, learner, propensity: third, seed });
      for (const offer of model.offers) {
        const rows = parts[1].filter((i) => [offer, 'No E-Mail'].includes(data.segment[i] as string));
        const held = pick(data, rows);
        const { effect, offers } = await predictUplift(model, held);
        const { qini, upliftAt } = evaluateUplift({
          effect: rows.map((_, i) => effect[i * offers.length + offers.indexOf(offer)]),
          outcome: held.visit as number[],
          treated: held.segment.map((got) => got === offer),
          propensity: 0.5,
          shares: [0.3],
          replicates: 2,
        });
        const figures = (found[offer] ??= { qini: [], at30: [] });
        figures.qini.push(qini.value);
        figures.at30.push(upliftAt[0].value);
      }
    }
    for (const [offer, { qini, at30 }] of Object.entries(found)) {
      console.log(
        `Hillstrom, ${offer}, ${learner}, 5 splits: Qini ${overSplits(qini)}, uplift at 30% ${overSplits(at30)}`,
      );
    }
  }
}

async function millionRows() {
  const customers = 1_000_000;
  const { table } = simulateExperiment({ customers, seed: 1 });
  const next = randomSource(2);
  const noise = () => Float64Array.from({ length: customers }, next);
  const wide = { ...table, x6: noise(), x7: noise(), x8: noise(), x9: noise() };
  const start = performance.now();
  const before = process.cpuUsage();
  await fitUplift(wide, { ...known, features: [...features, 'x6', 'x7', 'x8', 'x9'], threads: 2 });
  console.log(
    `fitUplift, DR, 1M x 10, one offer, 2 threads: ${((performance.now() - start) / 1000).toFixed(1)} s, ` +
      `${(process.cpuUsage(before).user / 1e6).toFixed(1)} s of processor time`,
  );
}

/** Arguments name parts to run (default: all), and learners to run them for. */
const parts: Record<string, () => Promise<void>> = {
  million: millionRows,
  policy: policyValue,
  coverage: async () => {
    await coverage('known', known);
    await coverage('estimated', columns);
  },
  rejections: rejectionsWithoutEffect,
  hillstrom: heldOutHillstrom,
};
const named = Object.keys(parts).filter((part) => process.argv.includes(part));
for (const part of named.length > 0 ? named : Object.keys(parts)) await parts[part]();
