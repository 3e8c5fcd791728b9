import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** Where tools/spark-setup puts Python with Spark. */
const python = join(process.cwd(), '../../.spark/python/bin');
const archive = join(process.cwd(), 'generated/clv-engine.tar.gz');

/** Why there is no Spark here; undefined where there is. */
export function whyNoSpark(): string | undefined {
  if (!existsSync(join(python, 'spark-submit'))) return 'no .spark/python (tools/spark-setup makes it)';
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch {
    return 'no Java';
  }
  return undefined;
}

/** Bundles the command as it stands, for Spark to ship. */
export const bundleEngine = (): void =>
  void execFileSync('npm', ['run', 'bundle'], { stdio: ['ignore', 'ignore', 'inherit'] });

/** Two executors of a core and a gigabyte each, processes of their own. */
export const twoExecutors = 'local-cluster[2,1,1024]';

export interface SparkCircumstances {
  cwd: string;
  /** Default: one process of two threads, which starts in a third of the time. */
  master?: string;
  conf?: Record<string, string>;
  /** Called once, with the process of spark-submit, when the job has said this. */
  when?: { says: string; act: (pid: number) => void };
}

/** Submits clv_spark.py, as a shell would, from where nothing lies beside it, as where a cluster puts it. */
export function sparkJob(
  flags: readonly string[],
  { cwd, master = 'local[2]', conf = {}, when }: SparkCircumstances,
): Promise<{ code: number | null; said: string }> {
  const known = {
    'spark.ui.enabled': 'false',
    'spark.log.level': 'ERROR',
    'spark.sql.shuffle.partitions': '4',
    ...conf,
  };
  const confs = Object.entries(known).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  const script = join(cwd, 'clv_spark.py');
  copyFileSync(join(process.cwd(), 'spark/clv_spark.py'), script);
  const job = [script, '--engine', archive, ...flags];
  return new Promise((resolve, reject) => {
    const child = spawn(join(python, 'spark-submit'), ['--master', master, ...confs, ...job], {
      cwd,
      env: { ...process.env, SPARK_LOCAL_IP: '127.0.0.1', PYSPARK_PYTHON: join(python, 'python') },
    });
    let said = '';
    let acted = false;
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (acted || !when || !said.includes(when.says)) return;
      acted = true;
      when.act(child.pid!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

/** The jars of Delta Lake that CLV_DELTA_JARS names, and what Spark is to be told of them; undefined where it names none. */
export function deltaSettings(): Record<string, string> | undefined {
  const jars = process.env.CLV_DELTA_JARS;
  return jars
    ? {
        'spark.jars': jars
          .split(delimiter)
          .map((jar) => resolve(jar))
          .join(','),
        'spark.sql.extensions': 'io.delta.sql.DeltaSparkSessionExtension',
        'spark.sql.catalog.spark_catalog': 'org.apache.spark.sql.delta.catalog.DeltaCatalog',
        'spark.databricks.delta.snapshotPartitions': '2',
      }
    : undefined;
}

/** Runs a program of Python where Spark's libraries are. */
export const runPython = (program: string, ...args: string[]): string =>
  execFileSync(join(python, 'python'), ['-c', program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });

/** Runs clv_spark.py for each list of flags in one session that is there before, as a notebook's is. */
export const sparkJobsInOneSession = (jobs: readonly string[][]): string =>
  runPython(
    `
import json, os, runpy, sys
from pyspark.sql import SparkSession
os.environ["PYSPARK_PYTHON"] = sys.executable
script, archive, jobs = sys.argv[1:]
spark = SparkSession.builder.master("local[2]").getOrCreate()
settings = lambda: {row.key: row.value for row in spark.sql("SET").collect()}
before = settings()
for flags in json.loads(jobs):
    sys.argv[1:] = ["--engine", archive, *flags]
    runpy.run_path(script, run_name="__main__")
print("settings as before:", settings() == before)
`,
    join(process.cwd(), 'spark/clv_spark.py'),
    archive,
    JSON.stringify(jobs),
  );

/** The executors below a process that this test has started. */
export function executorsBelow(pid: number): number[] {
  const parentOf = new Map<number, number>();
  const executors: number[] = [];
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parentOf.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      if (
        command[0].endsWith('java') &&
        command.includes('org.apache.spark.executor.CoarseGrainedExecutorBackend')
      )
        executors.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  return executors.filter((executor) => {
    for (let at: number | undefined = executor; at !== undefined; at = parentOf.get(at))
      if (at === pid) return true;
    return false;
  });
}
