import { randomSource } from '@clv/contracts';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTable } from '../../../tools/bench/print-table.mjs';
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
const count = (customers: number) => customers.toLocaleString('en-US');
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
  const sizes = [
    { customers: 10_000, seeds: [1, 2, 3, 4, 5] },
    { customers: 100_000, seeds: [1, 2] },
  ];
  const print = startTable('learner', ...sizes.map(({ customers }) => `${count(customers)} customers`));
  for (const learner of learners) {
    const cells: string[] = [];
    for (const { customers, seeds } of sizes) {
      const shares: number[] = [];
      for (const seed of seeds) shares.push(await oracleShare(customers, seed, learner));
      cells.push(percent(meanOf(shares)));
    }
    print(learner, ...cells);
  }
  console.log();
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
    `AIPW's 95% interval, confounded, propensities ${name}: holds the truth in ${percent(inside / simulations)} of ${simulations}`,
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
    const held = { effect, outcome: judge.table.outcome, treated, propensity: 0.5, resamples: 2 };
    if (evaluateUplift(held).ranking.pValue < 0.05) rejections++;
  }
  console.log(
    `no effect planted: the ranking test rejects in ${percent(rejections / simulations)} of ${simulations}, at the 5% level`,
  );
}

/** Mean and its standard error over splits, and the range. */
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

interface Judged {
  offer: string;
  learner: string;
  qini: number[];
  at30: number[];
}

/** What was measured elsewhere, by XGBoost's trees on one split that is not known. */
const elsewhere: Record<string, string> = {
  "women's S": '0.074',
  "women's T": '0.061',
  "women's DR": '0.071',
  "men's S": '0.018',
  "men's T": '0.015',
  "men's DR": '0.011',
};

async function heldOutHillstrom() {
  const data = hillstrom();
  if (!data) return;
  const splits = [1, 2, 3, 4, 5].map((seed) => {
    const next = randomSource(seed);
    const [learn, judge] = [[], []] as number[][];
    data.visit.forEach((_, i) => (next() < 0.7 ? learn : judge).push(i));
    return { seed, learn, judge };
  });
  const theirs = judgedByXgboost(splits);
  const print = startTable(
    'e-mail',
    'learner',
    'Qini',
    'Qini by XGBoost',
    'Qini elsewhere, one split',
    'uplift at 30%',
    'uplift at 30% by XGBoost',
  );
  for (const offer of ['Womens E-Mail', 'Mens E-Mail']) {
    for (const learner of learners) {
      const ours: Judged = { offer, learner, qini: [], at30: [] };
      for (const split of splits) await judgeSplit(data, split, ours);
      const peer = theirs.find((each) => each.offer === offer && each.learner === learner);
      const email = offer === 'Womens E-Mail' ? "women's" : "men's";
      print(
        email,
        learner,
        overSplits(ours.qini),
        peer ? overSplits(peer.qini) : '',
        elsewhere[`${email} ${learner}`] ?? '',
        overSplits(ours.at30),
        peer ? overSplits(peer.at30) : '',
      );
    }
  }
  console.log();
}

/** Learns from one part of a split, of one offer and none, and adds what the other part says of it. */
async function judgeSplit(
  data: Record<string, (string | number)[]>,
  { seed, learn, judge }: { seed: number; learn: number[]; judge: number[] },
  { offer, learner, qini, at30 }: Judged,
) {
  const among = (rows: number[]) =>
    rows.filter((i) => [offer, 'No E-Mail'].includes(data.segment[i] as string));
  const held = pick(data, among(judge));
  const model = await fitUplift(pick(data, among(learn)), {
    offer: 'segment',
    none: 'No E-Mail',
    outcome: 'visit',
    features: hillstromFeatures,
    propensity: { 'No E-Mail': 0.5, [offer]: 0.5 },
    learner: learner as Learner,
    seed,
  });
  const { effect } = await predictUplift(model, held);
  const found = evaluateUplift({
    effect,
    outcome: held.visit as number[],
    treated: held.segment.map((got) => got === offer),
    propensity: 0.5,
    shares: [0.3],
    resamples: 2,
  });
  qini.push(found.qini.value);
  at30.push(found.upliftAt[0].value);
}

/** The same splits by others' code; nothing where there is no Python with xgboost (CLV_PYTHON names one). */
function judgedByXgboost(splits: readonly object[]): Judged[] {
  const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
  if (!existsSync(python)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'clv-uplift-'));
  try {
    const file = join(folder, 'splits.json');
    writeFileSync(file, JSON.stringify(splits));
    const lines = execFileSync(python, ['bench/hillstrom_xgboost.py', file], { encoding: 'utf8' });
    return lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Judged);
  } finally {
    rmSync(folder, { recursive: true });
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
