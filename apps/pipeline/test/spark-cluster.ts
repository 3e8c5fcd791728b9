import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

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

/** Submits clv_spark.py, as a shell would. */
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
  const job = [join(process.cwd(), 'spark/clv_spark.py'), '--engine', archive, ...flags];
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

/** Runs a program of Python where Spark's libraries are. */
export const runPython = (program: string, ...args: string[]): string =>
  execFileSync(join(python, 'python'), ['-c', program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });

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
