import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const home = join(import.meta.dirname, '..');
export const python = join(home, '../../.spark/python/bin/python');
export const archive = join(home, 'generated/clv-engine.tar.gz');

const quietly = {
  'spark.ui.enabled': 'false',
  'spark.log.level': 'ERROR',
  'spark.sql.shuffle.partitions': '4',
  'spark.driver.extraJavaOptions': '-XX:+UseParallelGC',
  'spark.executor.extraJavaOptions': '-XX:+UseParallelGC',
  'spark.eventLog.enabled': 'true',
  'spark.eventLog.compress': 'false',
  'spark.eventLog.rolling.enabled': 'false',
  'spark.eventLog.logBlockUpdates.enabled': 'true',
};

/**
 * A session of Spark that stays, so that jobs of it and of another, or of something else, can take turns: between its jobs it
 * waits.
 *
 * @param folder where its jobs run.
 * @param within a command that confines it.
 */
export function startSession(folder, master, settings = {}, within = []) {
  const log = mkdtempSync(join(folder, 'events-'));
  const conf = { ...quietly, ...settings, 'spark.master': master, 'spark.eventLog.dir': `file://${log}` };
  const [command, ...args] = [...within, python, join(import.meta.dirname, 'spark_session.py')];
  const child = spawn(command, [...args, join(home, 'spark/clv_spark.py'), JSON.stringify(conf)], {
    cwd: folder,
    env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = new Promise((resolve) => child.on('close', resolve));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** Runs a job; seconds of its stages. */
    async run(flags) {
      const out = mkdtempSync(join(folder, 'out-'));
      const all = ['--engine', archive, ...flags, '--out', out, '--quiet'];
      child.stdin.write(`${JSON.stringify(all)}\n`);
      if ((await answers.next()).value !== 'done') throw new Error(stderr);
      const { seconds } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
      rmSync(join(out, 'retention_results'), { recursive: true });
      return seconds;
    },
    /** Ends it; the bytes that all its jobs have shuffled, and kept on disks. */
    async end() {
      child.stdin.end();
      if ((await ended) !== 0) throw new Error(stderr);
      return bytesIn(readFileSync(join(log, readdirSync(log)[0]), 'utf8'));
    },
  };
}

function bytesIn(events) {
  let [shuffled, onDisk] = [0, 0];
  for (const line of events.split('\n')) {
    if (line.includes('"SparkListenerTaskEnd"'))
      shuffled += JSON.parse(line)['Task Metrics']?.['Shuffle Write Metrics']?.['Shuffle Bytes Written'] ?? 0;
    if (line.includes('"SparkListenerBlockUpdated"'))
      onDisk += JSON.parse(line)['Block Updated Info']['Disk Size'];
  }
  return { shuffled, onDisk };
}
