import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '..', 'bin', 'clv.js');

/** A module that has a process tell its own use of the processors and its peak memory on leaving. */
const usageReporter = `data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('usage '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+u.maxRSS/1024)})`;

/** Runs the command line, and says what it took from start to exit. */
export function runClv(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', usageReporter, program, ...args, '--quiet'],
    { encoding: 'utf8' },
  );
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(stderr);
  const [, processor, megabytes] = /usage ([\d.]+) ([\d.]+)/.exec(stderr).map(Number);
  return { seconds, processor, megabytes };
}
