// One training by @clv/gbdt in a fresh process: node run-ours.mjs FOLDER NAME THREADS TASKS; prints one JSON line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainGbdt, predictGbdt, trainGbdt } from '@clv/gbdt';

const [folder, name, threadsText, tasks] = process.argv.slice(2);
const threads = Number(threadsText);
const { n, nt, m } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
const floats = (part) => {
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, `${name}.${part}.bin`));
  return new Float32Array(buffer, byteOffset, byteLength / 4);
};
const x = { data: floats('X'), rows: n, columns: m };
const held = { data: floats('Xt'), rows: nt, columns: m };
const [y, yHeld] = [floats('y'), floats('yt')];

async function timed(work) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { result, seconds: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
}

/** Median rates of several repetitions, by the clock and by cpu time. */
async function rates(name, rows, repetitions, work) {
  const runs = [];
  for (let i = 0; i < repetitions; i++) runs.push(await timed(work));
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[repetitions >> 1];
  return { [`${name}_per_s`]: rows / median('seconds'), [`${name}_per_cpu_s`]: rows / median('cpu') };
}

const { result: model, seconds, cpu } = await timed(() => trainGbdt(x, y, {}, { threads }));
const report = { train_s: seconds, cpu_s: cpu, rss_mb: process.resourceUsage().maxRSS / 1024 };
const p = await predictGbdt(model, held, { threads });
report.log_loss = -p.reduce((sum, q, row) => sum + Math.log(yHeld[row] === 1 ? q : 1 - q), 0) / nt;
if (tasks === 'all') {
  Object.assign(report, await rates('predicted', nt, 5, () => predictGbdt(model, held, { threads })));
  const few = { data: held.data.subarray(0, 2000 * m), rows: 2000, columns: m };
  Object.assign(report, await rates('explained', 2000, 3, () => explainGbdt(model, few)));
}
console.log(JSON.stringify(report));
