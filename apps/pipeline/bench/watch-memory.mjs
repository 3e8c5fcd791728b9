import { readFileSync, readdirSync } from 'node:fs';

const kinds = { engine: 'lib/clv.mjs', python: 'pyspark.daemon' };

/** Peak MB of the processes of a task that are not the JVM, until asked: the engine, and Python's worker. */
export function watchMemory() {
  const peaks = { engine: 0, python: 0 };
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const kind = Object.keys(kinds).find((candidate) => command.includes(kinds[candidate]));
        if (kind === undefined) continue;
        const peak = Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
        peaks[kind] = Math.max(peaks[kind], peak);
      } catch {
        // It has ended meanwhile.
      }
  };
  const timer = setInterval(look, 200);
  return () => {
    clearInterval(timer);
    return peaks;
  };
}
