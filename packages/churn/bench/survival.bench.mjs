/**
 * Survival beside lifelines' Cox regression, of made lives whose truth is known: how far the chance of a current customer of being there
 * a year on is from the truth. The label says who had left by the end of a tenure. CLV_PYTHON names a Python with lifelines (default /usr/bin/python3).
 */
import { crossFitChurn, survivalCurve } from '@clv/churn';
import { randomSource } from '@clv/contracts';
import { defineSchema } from '@clv/table';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startTable } from '../../../tools/bench/print-table.mjs';

const python = process.env.CLV_PYTHON ?? '/usr/bin/python3';
const hasPeer = spawnSync(python, ['-c', 'import lifelines']).status === 0;
if (!hasPeer) console.log(`NO PEER: ${python} has no lifelines; name a Python that has it in CLV_PYTHON\n`);

const customers = 6000;
const months = 12;
const seenOff = 0.03;

/** How the log-odds of leaving follow from a customer's two traits, and fall with the month. */
const worlds = {
  'differ, and do not age': { level: (x, z) => -3.2 + x + 0.5 * z, ageing: 0 },
  'differ and age': { level: (x, z) => -2.4 + x + 0.5 * z, ageing: 1.2 },
  'age alike': { level: () => -2.4, ageing: 1.2 },
  'leave in groups': { level: (x, z) => (x > 0 && z > 0 ? -1.8 : -3.8), ageing: 0.4 },
};

function live({ level, ageing }, seed) {
  const random = randomSource(seed);
  const [x, z, tenure, left, staying] = [[], [], [], [], []];
  for (let row = 0; row < customers; row++) {
    x.push(2 * random() - 1);
    z.push(2 * random() - 1);
    const own = level(x[row], z[row]);
    const hazard = (month) => 1 / (1 + Math.exp(ageing * (1 - Math.exp(-month / 12)) - own));
    let month = 0;
    let hasLeft = false;
    do hasLeft = random() < hazard(++month);
    while (!hasLeft && random() >= seenOff);
    tenure.push(month);
    left.push(hasLeft ? 1 : 0);
    let chance = 1;
    for (let later = 1; later <= months; later++) chance *= 1 - hazard(month + later);
    staying.push(chance);
  }
  return { x, z, tenure, left, staying };
}

async function ours({ x, z, tenure, left }) {
  const table = { x, z, tenure, left };
  const schema = defineSchema({ label: 'left', tenure: 'tenure' });
  const { model, probabilities } = await crossFitChurn(table, schema, { seed: 1 });
  const { survival } = await survivalCurve(model, table, { probabilities, months });
  let chance = 1;
  const all = [6, 12, 24, 48].map((end, i, ends) => {
    for (let month = (ends[i - 1] ?? 0) + 1; month <= end; month++)
      chance *= 1 - (model.survival.spans.find(({ until }) => month <= until)?.hazard ?? 0);
    return chance;
  });
  return { staying: tenure.map((_, row) => survival[row * months + months - 1]), all };
}

function theirs({ x, z, tenure, left }) {
  const folder = mkdtempSync(join(tmpdir(), 'clv-survival-'));
  try {
    const file = join(folder, 'task.json');
    writeFileSync(file, JSON.stringify({ tenures: tenure, left, x: { x, z }, at: tenure, months }));
    const script = join(import.meta.dirname, 'lifelines_survival.py');
    return JSON.parse(execFileSync(python, ['-B', script, file], { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of customers who are still there: the mean distance from the truth, and that of the mean. */
function judge(staying, lives) {
  const rows = lives.left.flatMap((left, row) => (left ? [] : [row]));
  const errors = rows.map((row) => staying[row] - lives.staying[row]);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean(errors.map(Math.abs)), mean(errors)].map((value) => value.toFixed(3));
}

const row = startTable(
  'customers who',
  'ours, error of one',
  'of all',
  'Cox, error of one',
  'of all',
  'furthest from Kaplan and Meier',
);
for (const [name, world] of Object.entries(worlds)) {
  const lives = live(world, 5);
  const our = await ours(lives);
  const peer = hasPeer ? theirs(lives) : undefined;
  const furthest = peer && Math.max(...peer.all.map((chance, i) => Math.abs(chance - our.all[i])));
  row(
    name,
    ...judge(our.staying, lives),
    ...(peer ? [...judge(peer.staying, lives), furthest.toFixed(4)] : ['', '', '']),
  );
}
