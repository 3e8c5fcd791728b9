// The main job, process start to exit: `npx nx bench pipeline [-- --customers N] [-- --runs N]`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
});
const program = join(import.meta.dirname, '..', 'bin', 'clv.js');
const out = mkdtempSync(join(tmpdir(), 'clv-bench-'));

function secondsOfRun() {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'run', '--quiet', '--customers', values.customers, '--out', out],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

try {
  secondsOfRun();
  const seconds = Array.from({ length: Number(values.runs) }, secondsOfRun).sort((a, b) => a - b);
  const format = (value) => `${value.toFixed(2)} s`;
  console.log(
    `clv run, ${values.customers} synthetic customers, process start to exit, ${availableParallelism()} cores`,
  );
  console.log(
    `median ${format(seconds[Math.floor(seconds.length / 2)])} of ${seconds.length} runs (${format(seconds[0])} to ${format(seconds.at(-1))})`,
  );
} finally {
  rmSync(out, { recursive: true, force: true });
}
