import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { summaryFaults } from './summary-faults.mjs';

/** Runs a command, shows its output as it comes, and gives back its exit code and what it printed. */
function run(command, args) {
  console.log(`\n$ ${[command, ...args].join(' ')}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      from.on('data', (chunk) => {
        output += chunk;
        to.write(chunk);
      });
    child.on('close', (code) => resolve({ code, output }));
  });
}

const tally = { passed: 0, failed: 0 };
const count = (passed, failed) => {
  tally.passed += passed;
  tally.failed += failed;
};

/** The tests that a script runs, counted from Jest's own closing lines. */
async function tests(script) {
  const { code, output } = await run('npm', ['run', script]);
  let [passed, failed] = [0, 0];
  for (const [, line] of output.matchAll(/^.*?\bTests: +(.*total)$/gm)) {
    passed += Number(/(\d+) passed/.exec(line)?.[1] ?? 0);
    failed += Number(/(\d+) failed/.exec(line)?.[1] ?? 0);
  }
  const broken = code !== 0 && failed === 0;
  count(passed, failed + Number(broken));
  if (code === 0 && passed === 0) count(0, 1);
}

async function step(script) {
  const { code } = await run('npm', ['run', script]);
  count(Number(code === 0), Number(code !== 0));
}

/** The main job, as a newcomer runs it; its summary must hold what the README promises. */
async function mainJob() {
  const folder = mkdtempSync(join(tmpdir(), 'clv-ci-'));
  try {
    const { code } = await run('npm', ['start', '--', '--out', folder]);
    const faults =
      code === 0
        ? summaryFaults(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8')))
        : [`npm start ended with ${code}`];
    for (const fault of faults) console.error(`main job: ${fault}`);
    count(Number(faults.length === 0), Number(faults.length > 0));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await tests('test');
for (const script of ['lint', 'typecheck', 'check-packages', 'knip', 'format:check']) await step(script);
await mainJob();
await tests('test:consumers');
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
