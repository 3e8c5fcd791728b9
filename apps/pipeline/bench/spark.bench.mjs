// What a customer costs on Spark, beside clv score alone, in one run: `npm run bench:spark -w @clv/pipeline`
// Each is run for two numbers of customers; the difference leaves out what is paid once: starting, and a JVM that compiles what
// it runs, for its first million. Needs tools/spark-setup and nx bundle pipeline.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startTable } from '../../../tools/bench/print-table.mjs';
import { printPlans } from './spark-plan.mjs';

const { values } = parseArgs({
  options: { few: { type: 'string', default: '1000000' }, many: { type: 'string', default: '3000000' } },
});
const [few, many] = [Number(values.few), Number(values.many)];
const home = join(import.meta.dirname, '..');
const python = join(home, '../../.spark/python/bin');
const archive = join(home, 'generated/clv-engine.tar.gz');
for (const needed of [join(python, 'spark-submit'), archive])
  if (!existsSync(needed)) {
    console.error(`${needed} is missing: tools/spark-setup && npx nx bundle pipeline`);
    process.exit(1);
  }
const folder = mkdtempSync(join(tmpdir(), 'clv-bench-'));
const cores = Math.min(2, availableParallelism());

function clv(...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [join(home, 'bin/clv.js'), ...args, '--quiet'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

/** Peak MB of the processes of a task that are not the JVM: the engine, and Python's worker. */
function watchMemory() {
  const peaks = { engine: 0, python: 0 };
  const look = () => {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        const kind = command.includes('lib/clv.mjs')
          ? 'engine'
          : command.includes('pyspark.daemon')
            ? 'python'
            : undefined;
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

/** Runs the job; seconds of its stages, bytes shuffled and kept on disk, and peak memory. `within` is a command that confines it. */
async function onSpark(customers, master, within = []) {
  const log = mkdtempSync(join(folder, 'events-'));
  const out = mkdtempSync(join(folder, 'out-'));
  const conf = {
    'spark.ui.enabled': 'false',
    'spark.log.level': 'ERROR',
    // As many tasks for few customers as for many: what a task takes to start is not a customer's.
    'spark.sql.files.openCostInBytes': '0',
    'spark.sql.files.maxPartitionBytes': String(
      Math.ceil(statSync(join(folder, `${customers}.parquet`)).size / cores) + 100_000,
    ),
    'spark.sql.shuffle.partitions': '4',
    'spark.driver.extraJavaOptions': '-XX:+UseParallelGC',
    'spark.executor.extraJavaOptions': '-XX:+UseParallelGC',
    'spark.eventLog.enabled': 'true',
    'spark.eventLog.dir': `file://${log}`,
    'spark.eventLog.compress': 'false',
    'spark.eventLog.rolling.enabled': 'false',
    'spark.eventLog.logBlockUpdates.enabled': 'true',
  };
  const stopWatching = watchMemory();
  const [command, ...args] = [...within, join(python, 'spark-submit')];
  const child = spawn(
    command,
    [
      ...args,
      ...['--master', master],
      ...Object.entries(conf).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
      ...[join(home, 'spark/clv_spark.py'), '--engine', archive, '--input', `${customers}.parquet`],
      ...['--run', 'run', '--budget', String(0.4 * customers), '--out', out, '--shown', '1000', '--quiet'],
    ],
    {
      cwd: folder,
      env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: join(python, 'python') },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  const peaks = stopWatching();
  if (code !== 0) throw new Error(stderr);
  const { seconds } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
  let [shuffled, onDisk] = [0, 0];
  for (const line of readFileSync(join(log, readdirSync(log)[0]), 'utf8').split('\n')) {
    if (line.includes('"SparkListenerTaskEnd"'))
      shuffled += JSON.parse(line)['Task Metrics']?.['Shuffle Write Metrics']?.['Shuffle Bytes Written'] ?? 0;
    if (line.includes('"SparkListenerBlockUpdated"'))
      onDisk += JSON.parse(line)['Block Updated Info']['Disk Size'];
  }
  return { seconds, shuffled, onDisk, peaks };
}

/** An executor's JVM, Python and engine work at once, on as many cores as they find: so each is given one. */
async function compareExecutors() {
  if (cores < 2 || spawnSync('taskset', ['--version']).error) {
    console.log('two executors beside one: skipped, as it takes two cores and taskset\n');
    return;
  }
  const secondsWith = async (executors) => {
    const confine = ['taskset', '--cpu-list', executors === 1 ? '0' : '0,1'];
    const [first, second] = [await appraise(few), await appraise(many)];
    return perMillion(second - first);

    async function appraise(customers) {
      const { seconds } = await onSpark(customers, `local-cluster[${executors},1,1024]`, confine);
      return seconds.appraise;
    }
  };
  const [one, two] = [await secondsWith(1), await secondsWith(2)];
  console.log(
    `one executor on one core appraises a million customers more in ${one.toFixed(2)} s, two on two cores in ${two.toFixed(2)} s: ${(one / two).toFixed(2)} times as quick; bar: 1.8\n`,
  );
}

const perMillion = (seconds) => (seconds * 1e6) / (many - few);
const all = ({ guess, appraise, ids, settle, write }) => guess + appraise + ids + settle + write;

try {
  clv('run', '--customers', '20000', '--budget', '40000', '--out', 'run');
  for (const customers of [few, many]) {
    clv('synth', '--customers', String(customers), '--seed', '7', '--out', 'all.parquet');
    const program = `import pyarrow.parquet as pq; pq.write_table(pq.read_table("all.parquet").drop_columns(["churned"]), "${customers}.parquet", row_group_size=50_000)`;
    const { status, stderr } = spawnSync(join(python, 'python'), ['-c', program], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  }
  const alone = [few, many].map((customers) =>
    clv('score', '--run', 'run', '--input', `${customers}.parquet`, '--out', 'scored.parquet'),
  );
  const master = `local[${cores}]`;
  const [first, second] = [await onSpark(few, master), await onSpark(many, master)];
  const score = perMillion(alone[1] - alone[0]);
  const stage = (name) => perMillion(second.seconds[name] - first.seconds[name]);
  const job = perMillion(all(second.seconds) - all(first.seconds));

  console.log(`Seconds a million customers more, on the same ${cores} cores; bar: 1.3 times clv score\n`);
  const print = startTable('what', 'seconds', 'times clv score');
  const told = (what, seconds) => print(what, seconds.toFixed(2), (seconds / score).toFixed(2));
  told('clv score, Parquet in and out', score);
  told('Spark: guess where the budget ends (draw 50,000)', stage('guess'));
  told('Spark: appraise (read, score, decide for most, pack)', stage('appraise'));
  told('Spark: ids (are they unique?)', stage('ids'));
  told('Spark: settle the budget', stage('settle'));
  told('Spark: write (decide for the rest, Parquet)', stage('write'));
  told('Spark: all of these', job);

  const { engine, python: worker } = second.peaks;
  const measured = {
    rate: 1e6 / job / cores,
    shuffle: second.shuffled / many,
    spool: second.onDisk / many,
    node: engine + worker,
  };
  console.log(
    `\npeak memory beside the JVM's: engine ${engine.toFixed(0)} MB, Python ${worker.toFixed(0)} MB a task; bar: 1,024 MB`,
  );
  console.log(
    `${measured.shuffle.toFixed(1)} bytes a customer shuffled, ${measured.spool.toFixed(0)} kept on executors' disks`,
  );
  await compareExecutors();
  console.log('A billion customers, at that rate:\n');
  printPlans(measured, { customers: 1e9, cores: [64, 256, 1024], price: 0.05 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
