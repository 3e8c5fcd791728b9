/**
 * Ours beside econml's DRLearner and CausalForestDML, on the same campaigns of @clv/synth, whose truth is known: by lot, with
 * known propensities, and confounded, with estimated ones. Each learns from 10,000 customers, and is judged as in truth.bench.mjs on
 * 50,000 others. CLV_PYTHON names a Python with econml and pandas (default /usr/bin/python3).
 */
import { experimentRoles, scenarioRoles, synthesizeColumns } from '@clv/synth';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startTable } from '../../../tools/bench/print-table.mjs';
import { fitUplift, predictUplift } from '../dist/index.js';
import { judgeBy } from './judge-effects.mjs';
import { meanOf, percent, standardError } from './over-logs.mjs';

const { values: flags } = parseArgs({
  options: {
    customers: { type: 'string', default: '10000' },
    logs: { type: 'string', default: '3' },
    scenarios: { type: 'string', default: 'telco,bank' },
  },
});
const [customers, logs] = [Number(flags.customers), Number(flags.logs)];
const others = 50_000;
/** Weakest first. */
const offers = ['discount_5', 'discount_10'];
const told = 'ours, told which is stronger';
const untold = 'ours';

const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
if (spawnSync(python, ['-c', 'import econml, pandas']).status !== 0) {
  console.log(`no peer: ${python} has no econml and pandas (CLV_PYTHON)`);
  process.exit();
}
/** Of 10,000 rows boosting is quicker on one thread than on several that wait for each other; the forest takes all cores. */
const peer = spawn(python, ['-B', join(import.meta.dirname, 'econml_effects.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
  env: { OMP_NUM_THREADS: '1', ...process.env },
});
const replies = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
const folder = mkdtempSync(join(tmpdir(), 'clv-uplift-'));

async function theirs(task) {
  const file = join(folder, 'task.json');
  writeFileSync(
    file,
    JSON.stringify(task, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value)),
  );
  peer.stdin.write(`${file}\n`);
  const { value, done } = await replies.next();
  if (done) throw new Error('econml ended before it answered');
  return JSON.parse(value).map(({ effects, ...found }) => ({ ...found, effectAt: (i, j) => effects[j][i] }));
}

async function ours({ log, later, features, randomised }, learner) {
  const { offer, outcome, propensity } = experimentRoles;
  const [start, before] = [performance.now(), process.cpuUsage()];
  const model = await fitUplift(log, {
    offer,
    outcome,
    features,
    ...(randomised && { propensity }),
    ...(learner === told && { ladder: offers }),
  });
  const { effect } = await predictUplift(model, later);
  const { user, system } = process.cpuUsage(before);
  return {
    learner,
    seconds: (performance.now() - start) / 1000,
    processor: (user + system) / 1e6,
    effectAt: (i, j) => effect[i * offers.length + model.offers.indexOf(offers[j])],
  };
}

/** What each learner makes of one log. */
async function judgeLog(scenario, assignment, seed) {
  const draw = (options) => synthesizeColumns({ scenario, ...options });
  const { features } = scenarioRoles(scenario);
  const { [experimentRoles.propensity]: chances, ...log } = draw({
    customers,
    seed,
    experiment: { assignment },
  });
  const randomised = assignment === 'random';
  const later = draw({ customers: others, seed: seed + 1000, truth: true });
  const task = {
    log: randomised ? { ...log, [experimentRoles.propensity]: chances } : log,
    later,
    features,
    offers,
    randomised,
  };
  const { reachedBy, correlationOf } = judgeBy(offers.map((offer) => later[`true_effect_${offer}`]));
  const found = [await ours(task, told), await ours(task, untold), ...(await theirs(task))];
  return found.map(({ effectAt, ...each }) => ({
    ...each,
    reached: reachedBy(effectAt),
    correlation: correlationOf(offers.length - 1, effectAt),
  }));
}

const print = startTable(
  'business',
  'assignment',
  'learner',
  'reached',
  'standard error',
  'least of the logs',
  'behind ours, points',
  'correlation with the true effect',
  'seconds',
  'seconds of processors',
);
try {
  for (const scenario of flags.scenarios.split(',')) {
    for (const assignment of ['random', 'confounded']) {
      const byLog = [];
      while (byLog.length < logs) byLog.push(await judgeLog(scenario, assignment, byLog.length + 1));
      for (const [place, { learner }] of byLog[0].entries()) {
        const of = (figure) => byLog.map((log) => log[place][figure]);
        const behind = byLog.map(
          (log) => 100 * (log.find((each) => each.learner === untold).reached - log[place].reached),
        );
        print(
          scenario,
          assignment,
          learner,
          percent(meanOf(of('reached'))),
          percent(standardError(of('reached'))),
          percent(Math.min(...of('reached'))),
          learner === untold ? '' : `${meanOf(behind).toFixed(1)} ± ${standardError(behind).toFixed(1)}`,
          meanOf(of('correlation')).toFixed(2),
          meanOf(of('seconds')).toFixed(1),
          meanOf(of('processor')).toFixed(1),
        );
      }
    }
  }
} finally {
  peer.stdin.end();
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  `\n${customers.toLocaleString('en-US')} customers a log, ${logs} logs; seconds of fitting and predicting, means of the logs; ± is a standard error`,
);
