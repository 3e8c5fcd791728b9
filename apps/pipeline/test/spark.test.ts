import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { experimentRoles, scenarioRoles } from '@clv/synth';

import { clv } from './clv.js';
import {
  bundleEngine,
  deltaSettings,
  executorsBelow,
  runPython,
  sparkJobsInOneSession,
  sparkJob,
  twoExecutors,
  whyNoSpark,
} from './spark-cluster.js';

const missing = whyNoSpark();
if (missing) process.stderr.write(`skipped: ${missing}\n`);
const delta = deltaSettings();
if (!missing && !delta) process.stderr.write('skipped: Delta (CLV_DELTA_JARS names its jars)\n');

const minutes = 60_000;
const customers = 1_000_000;
const known = 40;

/** Writes customers of whom one in forty is a past one whose outcome is known, all others current. */
const blankLabels = `
import sys, pyarrow as pa, pyarrow.compute as pc, pyarrow.parquet as pq
table = pq.read_table(sys.argv[1])
past = pa.array([row % ${known} == 0 for row in range(table.num_rows)])
label = pc.if_else(past, table["churned"], pa.scalar(None, table["churned"].type))
pq.write_table(table.set_column(table.schema.names.index("churned"), "churned", label), sys.argv[2], row_group_size=50_000)
`;

/** Prints in how many cells two folders of results differ, and how many rows both have. */
const compare = `
import sys, json, pyarrow.parquet as pq
left, right = (pq.read_table(path).sort_by("customer_id") for path in sys.argv[1:])
names = left.schema.names
assert names == right.schema.names, (names, right.schema.names)
differ = {}
for name in names:
    cells, others = left[name].combine_chunks(), right[name].combine_chunks().cast(left[name].type)
    if not cells.equals(others):
        differ[name] = sum(a != b for a, b in zip(cells.to_pylist(), others.to_pylist()))
print(json.dumps({"rows": [left.num_rows, right.num_rows], "differ": differ}))
`;

const hiveAndDerby = `
import os, sys
from pyspark.sql import SparkSession
os.chdir(sys.argv[1])
spark = SparkSession.builder.master("local[2]").enableHiveSupport().getOrCreate()
derby = {"url": "jdbc:derby:base;create=true", "driver": "org.apache.derby.jdbc.EmbeddedDriver"}
`;

/** Puts customers into a table of Hive's and one of Derby's, whose driver Spark comes with. */
const fillTables = `${hiveAndDerby}
customers = spark.sql(sys.argv[2])
customers.write.saveAsTable("customers")
customers.write.format("jdbc").options(dbtable="customers", **derby).save()
`;

/** Takes the results out of both. */
const emptyTables = `${hiveAndDerby}
spark.table("results").write.parquet("from-hive")
spark.read.format("jdbc").options(dbtable="results", **derby).load().write.parquet("from-derby")
`;

/** Writes customers of whom those whom a lot by the hash of their id draws first keep little of what they pay. */
const poorFirst = `
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[2]").getOrCreate()
left = "IF(pmod(xxhash64(customer_id), 2147483648) < 1073741824, 0.3, 1) * monthly_margin AS monthly_margin"
some = f"SELECT * EXCEPT (monthly_margin), {left} FROM parquet.\`{sys.argv[1]}\` WHERE customer_id < 'C0120000'"
spark.sql(some).coalesce(2).write.parquet(sys.argv[2])
`;

/** Has Delta Lake carry out a statement of SQL. */
const throughDelta = `
import json, os, sys
from pyspark.sql import SparkSession
os.chdir(sys.argv[1])
builder = SparkSession.builder.master("local[2]")
for key, value in json.loads(sys.argv[2]).items():
    builder = builder.config(key, value)
builder.getOrCreate().sql(sys.argv[3])
`;

/** Reads a table of Delta Lake by the job's code while another session's rows come into it. */
const readMeanwhile = `
import json, os, sys
from pyspark.sql import SparkSession
sys.path.insert(0, os.path.join(os.getcwd(), "spark"))
from clv_job.tables import read
os.chdir(sys.argv[1])
builder = SparkSession.builder.master("local[2]")
for key, value in json.loads(sys.argv[2]).items():
    builder = builder.config(key, value)
spark = builder.getOrCreate()
append = lambda rows: spark.range(rows).write.format("delta").mode("append").save("growing")
append(10)
table = read(spark, "delta:growing", {})
append(5)
later, first = read(spark, "delta:growing", {}), read(spark, "delta:growing", {"versionAsOf": "0"})
print([table.count(), len(table.inputFiles()), later.count(), first.count()])
`;

const roles = {
  id: 'customer_id',
  label: 'churned',
  price: 'monthly_charges',
  margin: 'monthly_margin',
  tenure: 'tenure_months',
  sensitivity: 'price_sensitivity',
};
const budget = 400_000;

(missing ? describe.skip : describe)('clv_spark.py', () => {
  let folder: string;
  const inFolder = (...path: string[]) => join(folder, ...path);
  const readJson = (...path: string[]) => JSON.parse(readFileSync(inFolder(...path), 'utf8'));
  const ok = { code: 0, stdout: '', stderr: '' };

  /** All the files of a folder, those of Spark's committer too. */
  const filesIn = (path: string) =>
    existsSync(path) ? readdirSync(path, { recursive: true }).map(String) : [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clv-spark-'));
    bundleEngine();
    const synth = ['synth', '--customers', String(customers), '--out', 'all.parquet', '--quiet'];
    expect(await clv(synth, { cwd: folder })).toEqual(ok);
    runPython(blankLabels, inFolder('all.parquet'), inFolder('customers.parquet'));
    writeFileSync(inFolder('config.json'), JSON.stringify({ roles, fit_rows: 200_000, budget }));
    const run = [
      'run',
      '--config',
      'config.json',
      '--input',
      'customers.parquet',
      '--out',
      'single',
      '--quiet',
    ];
    expect(await clv(run, { cwd: folder })).toEqual(ok);
  }, 20 * minutes);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'says of each of a million customers what one machine says with the same models, spending and gaining as much to the cent, though an executor is killed midway',
    async () => {
      const { code, said } = await sparkJob(
        ['--input', 'customers.parquet', '--run', 'single', '--out', 'spark'],
        {
          cwd: folder,
          master: twoExecutors,
          conf: { 'spark.sql.files.maxPartitionBytes': '8m', 'spark.sql.shuffle.partitions': '8' },
          // Customers are being appraised then; what one executor holds is lost, and done again.
          when: { says: 'fit: ', act: (pid) => void setTimeout(() => kill(executorsBelow(pid)[0]), 6000) },
        },
      );
      expect([code, said]).toEqual([0, expect.stringContaining('finish: ')]);
      expect(killed).toBe(1);
      const found = runPython(
        compare,
        inFolder('single/retention_results.parquet'),
        inFolder('spark/retention_results'),
      );
      const rows = customers - customers / known;
      expect(JSON.parse(found)).toEqual({ rows: [rows, rows], differ: {} });
      for (const file of filesIn(inFolder('spark/retention_results')).filter(
        (name) => !/_SUCCESS/.test(name),
      ))
        expect(file).toMatch(/^\.?part-.*\.parquet(\.crc)?$/);
      expect(filesIn(inFolder('spark/retention_results'))).toContain('_SUCCESS');
      const [one, many] = [readJson('single/summary.json'), readJson('spark/summary.json')];
      for (const figure of ['offer_spend', 'net_gain', 'total_potential_value', 'optimized_retention_value'])
        expect([figure, many[figure].toFixed(2)]).toEqual([figure, one[figure].toFixed(2)]);
      expect(many.offer_spend).toBeGreaterThan(budget - 1);
      expect(many.offers.map(({ customers }: { customers: number }) => customers)).toEqual(
        one.offers.map(({ customers }: { customers: number }) => customers),
      );
      expect(readJson('spark/run.json').input.rows).toBe(customers);
    },
    20 * minutes,
  );
  let killed = 0;
  const kill = (pid: number) => {
    process.kill(pid, 'SIGKILL');
    killed++;
  };

  it(
    'appraises everyone again where those whom the lot has drawn mislead about the edge of the budget, and says what one machine says',
    async () => {
      runPython(poorFirst, inFolder('customers.parquet'), inFolder('poor-first'));
      const input = ['--input', join('poor-first', '*.parquet')];
      const config = { roles, fit_rows: 20_000, budget: 40_000 };
      writeFileSync(inFolder('misled.json'), JSON.stringify(config));
      const run = ['run', '--config', 'misled.json', ...input, '--out', 'misled-single'];
      expect(await clv([...run, '--quiet'], { cwd: folder })).toEqual(ok);
      const { code, said } = await sparkJob(
        ['--input', 'poor-first', '--run', 'misled-single', '--out', 'misled'],
        { cwd: folder },
      );
      expect([code, said]).toEqual([0, expect.stringContaining('everyone is appraised again')]);
      const found = runPython(
        compare,
        inFolder('misled-single/retention_results.parquet'),
        inFolder('misled/retention_results'),
      );
      expect(JSON.parse(found).differ).toEqual({});
      const [one, many] = [readJson('misled-single/summary.json'), readJson('misled/summary.json')];
      for (const figure of ['offer_spend', 'net_gain'])
        expect([figure, many[figure].toFixed(2)]).toEqual([figure, one[figure].toFixed(2)]);
    },
    10 * minutes,
  );

  it(
    'runs twice in a session that was there before, each time by its own models, and leaves its settings as they were',
    async () => {
      mkdirSync(inFolder('session'));
      const few = inFolder('session/few.parquet');
      runPython(
        'import sys, pyarrow.parquet as pq; pq.write_table(pq.read_table(sys.argv[1]).slice(0, 5000), sys.argv[2])',
        inFolder('customers.parquet'),
        few,
      );
      const run = ['run', '--customers', '5000', '--seed', '3', '--out', 'session/other', '--quiet'];
      expect(await clv(run, { cwd: folder })).toEqual(ok);
      const models = ['single', 'session/other'];
      const jobs = models.map((of, at) => [
        ...['--input', few, '--run', inFolder(of), '--out', inFolder('session', `job-${at}`), '--quiet'],
      ]);
      expect(sparkJobsInOneSession(jobs)).toContain('settings as before: True');
      for (const [at, of] of models.entries()) {
        const score = [
          'score',
          '--run',
          of,
          '--input',
          few,
          '--out',
          `session/scored-${at}.parquet`,
          '--quiet',
        ];
        expect(await clv(score, { cwd: folder })).toEqual(ok);
        const unlike = runPython(
          `
import sys, pyarrow.parquet as pq
scored, found = ({row["customer_id"]: row["p_churn"] for row in pq.read_table(path).to_pylist()} for path in sys.argv[1:])
print(len(found) > 1000, [id for id in found if found[id] != scored[id]])
`,
          inFolder(`session/scored-${at}.parquet`),
          inFolder(`session/job-${at}/retention_results`),
        );
        expect(unlike.trim()).toBe('True []');
      }
    },
    10 * minutes,
  );

  (delta ? it : it.skip)(
    'reads and writes tables of Delta Lake, as it does files',
    async () => {
      const lake = inFolder('lake');
      mkdirSync(lake);
      const few = `SELECT * FROM parquet.\`${inFolder('customers.parquet')}\` WHERE tenure_months < 2`;
      const job = (...flags: string[]) =>
        sparkJob([...flags, '--run', inFolder('single')], { cwd: lake, conf: delta });
      const [taken, given] = ['delta:customers', 'delta:results'];
      expect(await job('--input', `query:${few}`, '--out', 'files')).toMatchObject({ code: 0 });
      const carryOut = (sql: string) => runPython(throughDelta, lake, JSON.stringify(delta), sql);
      carryOut(`CREATE TABLE delta.\`${lake}/customers\` USING delta AS ${few}`);
      expect(await job('--input', taken, '--results', given, '--out', 'delta')).toMatchObject({ code: 0 });
      carryOut(
        `INSERT OVERWRITE DIRECTORY '${lake}/found' USING parquet SELECT * FROM delta.\`${lake}/results\``,
      );
      const found = runPython(compare, join(lake, 'files/retention_results'), join(lake, 'found'));
      const { rows, differ } = JSON.parse(found);
      expect([rows[0], differ]).toEqual([rows[1], {}]);
      expect(rows[0]).toBeGreaterThan(1000);

      const withMore = ['--input', `query:SELECT *, 'new' AS more FROM (${few})`, '--results', given];
      const { code, said } = await job(...withMore, '--out', 'again');
      expect([code, said]).toEqual([1, expect.stringContaining('delta:results is there already')]);
      expect(await job(...withMore, '--out', 'again', '--overwrite')).toMatchObject({ code: 0 });
      carryOut(
        `INSERT OVERWRITE DIRECTORY '${lake}/found' USING parquet SELECT * EXCEPT (more) FROM delta.\`${lake}/results\` WHERE more = 'new'`,
      );
      const anew = runPython(compare, join(lake, 'files/retention_results'), join(lake, 'found'));
      expect(JSON.parse(anew)).toEqual({ rows, differ: {} });
    },
    20 * minutes,
  );

  (delta ? it : it.skip)(
    'reads a table of Delta Lake as it is when the job begins, though others write to it meanwhile',
    () => {
      mkdirSync(inFolder('meanwhile'));
      const found = runPython(readMeanwhile, inFolder('meanwhile'), JSON.stringify(delta));
      expect(JSON.parse(found)).toEqual([10, 2, 15, 10]);
    },
    10 * minutes,
  );

  it.each([
    ['customers.parquet', 'taken', 'taken is there already; --overwrite replaces it'],
    ['customers.parquet', 'delta:none', 'spark-submit --packages io.delta:delta-spark'],
    ['delta:none', 'none', 'spark-submit --packages io.delta:delta-spark'],
    ['of-delta', 'none', 'of-delta is a table of Delta Lake; give delta:of-delta'],
    ['customers.parquet', 'of-delta', 'of-delta is a table of Delta Lake; give delta:of-delta'],
    ['customers.parquet', 'query:SELECT 1', '--results query: is nowhere to write to'],
  ])(
    'refuses, before any work is done, what can neither be read nor written: from %s to %s',
    async (input, results, told) => {
      mkdirSync(inFolder('taken'), { recursive: true });
      mkdirSync(inFolder('of-delta/_delta_log'), { recursive: true });
      const flags = ['--input', input, '--results', results, '--run', 'single', '--out', 'refused'];
      const { code, said } = await sparkJob(flags, { cwd: folder });
      expect([code, said]).toEqual([1, expect.stringContaining(told)]);
      expect(said).not.toMatch(/Traceback|fit: /);
    },
    10 * minutes,
  );

  it(
    'fails on a poisoned row with its partition and row, and leaves nothing half-written',
    async () => {
      runPython(
        `
import sys, pyarrow as pa, pyarrow.parquet as pq
table = pq.read_table(sys.argv[1]).slice(0, 30_000)
price = table["monthly_charges"].to_pylist()
price[12_344] = -5.0
pq.write_table(table.set_column(table.schema.names.index("monthly_charges"), "monthly_charges", pa.array(price)), sys.argv[2])
`,
        inFolder('all.parquet'),
        inFolder('poisoned.parquet'),
      );
      const { code, said } = await sparkJob(
        ['--input', 'poisoned.parquet', '--run', 'single', '--out', 'poisoned'],
        {
          cwd: folder,
        },
      );
      expect(code).toBe(1);
      expect(said).toContain('partition 0: the stream: row 12345, monthly_charges');
      expect(filesIn(inFolder('poisoned', 'retention_results'))).toEqual([]);
      expect(existsSync(inFolder('poisoned', 'run.json'))).toBe(false);
    },
    10 * minutes,
  );

  it(
    'takes partitions of which one holds most and many nobody, and says the same',
    async () => {
      const few = `SELECT * FROM parquet.\`${inFolder('customers.parquet')}\` WHERE tenure_months < 6`;
      const conf = { 'spark.sql.adaptive.enabled': 'false' };
      const whole = ['--input', `query:${few}`, '--run', 'single', '--out', 'whole'];
      const skewed = [
        ...['--input', `query:SELECT /*+ REPARTITION(24, contract) */ * FROM (${few})`],
        ...['--run', 'single', '--out', 'skewed', '--partition-by', 'segment_label'],
      ];
      expect(await sparkJob(whole, { cwd: folder, conf })).toMatchObject({ code: 0 });
      expect(await sparkJob(skewed, { cwd: folder, conf })).toMatchObject({ code: 0 });
      const found = runPython(
        compare.replace('names = left', 'right = right.select(left.schema.names)\nnames = left'),
        inFolder('whole/retention_results'),
        inFolder('skewed/retention_results'),
      );
      expect(JSON.parse(found).differ).toEqual({});
      expect(readdirSync(inFolder('skewed/retention_results'))).toContainEqual(
        expect.stringMatching(/^segment_label=/),
      );
    },
    10 * minutes,
  );

  it(
    "reads and writes tables of Hive's catalog and tables behind JDBC, as it does files",
    async () => {
      const tables = inFolder('tables');
      mkdirSync(tables);
      const few = `SELECT * FROM parquet.\`${inFolder('customers.parquet')}\` WHERE tenure_months < 2`;
      const conf = { 'spark.sql.catalogImplementation': 'hive' };
      const job = (...flags: string[]) =>
        sparkJob([...flags, '--run', inFolder('single')], { cwd: tables, conf });
      expect(await job('--input', `query:${few}`, '--out', 'files')).toMatchObject({ code: 0 });
      runPython(fillTables, tables, few);
      const [hive, derby] = ['table:results', 'jdbc:derby:base'];
      const behindJdbc = ['--read-option', 'dbtable=customers', '--write-option', 'dbtable=results'];
      expect(await job('--input', 'table:customers', '--results', hive, '--out', 'hive')).toMatchObject({
        code: 0,
      });
      expect(await job('--input', derby, '--results', derby, ...behindJdbc, '--out', 'derby')).toMatchObject({
        code: 0,
      });
      runPython(emptyTables, tables);
      for (const taken of ['from-hive', 'from-derby']) {
        const found = runPython(compare, join(tables, 'files/retention_results'), join(tables, taken));
        const { rows, differ } = JSON.parse(found);
        expect([rows[0], differ]).toEqual([rows[1], {}]);
        expect(rows[0]).toBeGreaterThan(1000);
      }
    },
    10 * minutes,
  );

  it(
    'takes no rows at all',
    async () => {
      const nobody = `query:SELECT * FROM parquet.\`${inFolder('customers.parquet')}\` WHERE false`;
      const job = await sparkJob(['--input', nobody, '--run', 'single', '--out', 'nobody'], { cwd: folder });
      expect(job).toMatchObject({ code: 0 });
      const { customers: count, offer_spend, net_gain } = readJson('nobody/summary.json');
      expect([count, offer_spend, net_gain]).toEqual([0, 0, 0]);
      expect(filesIn(inFolder('nobody/retention_results'))).toContain('_SUCCESS');
      const names = `import sys, pyarrow.parquet as pq; print(pq.read_table(sys.argv[1]).schema.names)`;
      expect(runPython(names, inFolder('nobody/retention_results'))).toContain('recommended_incentive');
    },
    10 * minutes,
  );

  it(
    'fits the models on a sample, and in a back-test says of its customers what models say that have not seen them',
    async () => {
      mkdirSync(inFolder('past'));
      const past = `query:SELECT * FROM parquet.\`${inFolder('all.parquet')}\` LIMIT 20000`;
      writeFileSync(inFolder('past/config.json'), JSON.stringify({ roles, fit_rows: 5000, budget: 20_000 }));
      const flags = ['--input', past, '--config', 'past/config.json', '--out', 'past'];
      const job = await sparkJob(flags, { cwd: folder });
      expect([job.code, job.said]).toEqual([0, expect.stringContaining('finish: ')]);
      const { backtest, customers: count } = readJson('past/summary.json');
      expect([backtest, count]).toEqual([true, 20_000]);
      const { fitted, input } = readJson('past/run.json');
      expect([fitted.of, input.rows]).toEqual([20_000, 20_000]);
      expect(Math.abs(fitted.rows - 4900)).toBeLessThan(300);
      const unlike = runPython(
        `
import sys, pyarrow as pa, pyarrow.parquet as pq
sample = pa.ipc.open_stream(open(sys.argv[1], "rb")).read_all().select(["customer_id", "p_churn"]).to_pylist()
found = dict(zip(*(pq.read_table(sys.argv[2])[name].to_pylist() for name in ("customer_id", "p_churn"))))
print(sum(found[row["customer_id"]] != row["p_churn"] for row in sample), len(sample))
`,
        inFolder('past/sample/retention_results.arrow'),
        inFolder('past/retention_results'),
      );
      expect(unlike.trim()).toBe(`0 ${fitted.rows}`);
    },
    10 * minutes,
  );

  it(
    'learns effects from an experiment in the sample, and says of its customers what models say that have not seen what became of them',
    async () => {
      mkdirSync(inFolder('log'));
      const synth = ['synth', '--customers', '20000', '--experiment', 'random', '--out', 'log/all.parquet'];
      expect(await clv([...synth, '--quiet'], { cwd: folder })).toEqual(ok);
      const third = blankLabels.replace(`% ${known} == 0`, '% 3 > 0');
      runPython(third, inFolder('log/all.parquet'), inFolder('log/customers.parquet'));
      const { features: _, ...columns } = scenarioRoles('telco');
      const config = { roles: { ...columns, ...experimentRoles }, fit_rows: 10_000, budget: 20_000 };
      writeFileSync(inFolder('log/config.json'), JSON.stringify(config));
      const flags = ['--input', 'log/customers.parquet', '--config', 'log/config.json', '--out', 'log'];
      const job = await sparkJob(flags, { cwd: folder });
      expect([job.code, job.said]).toEqual([0, expect.stringContaining('finish: ')]);
      // The models of the same run, met as those of an earlier one, know of nobody that they have seen them.
      const again = ['--input', 'log/customers.parquet', '--run', 'log/sample', '--out', 'log/again'];
      expect(await sparkJob(again, { cwd: folder })).toMatchObject({ code: 0 });
      const unlike = (results: string) =>
        JSON.parse(
          runPython(
            `
import sys, json, pyarrow as pa, pyarrow.parquet as pq
names = ["customer_id", "p_churn", "ev_none", "ev_discount_5", "ev_discount_10"]
sample = pa.ipc.open_stream(open(sys.argv[1], "rb")).read_all().select(names).to_pylist()
found = {row["customer_id"]: row for row in pq.read_table(sys.argv[2]).select(names).to_pylist()}
near = lambda one, other: all(abs(one[name] - other[name]) <= 1e-9 * abs(one[name]) for name in names[1:])
print(json.dumps([sum(not near(row, found[row["customer_id"]]) for row in sample), len(sample), len(found)]))
`,
            inFolder('log/sample/retention_results.arrow'),
            inFolder(results),
          ),
        ) as [unlike: number, sampled: number, all: number];
      const [none, sampled, all] = unlike('log/retention_results');
      expect([none, all]).toEqual([0, 6667]);
      expect(Math.abs(sampled - 9800 / 3)).toBeLessThan(300);
      expect(unlike('log/again/retention_results')[0]).toBeGreaterThan(sampled * 0.9);
    },
    10 * minutes,
  );

  it(
    'grows trees by XGBoost from all whom the sample leaves out, and lets the sample judge them',
    async () => {
      const some = `query:SELECT * FROM parquet.\`${inFolder('customers.parquet')}\` WHERE tenure_months < 60`;
      const config = { roles, fit_rows: 200_000, budget: 20_000 };
      writeFileSync(inFolder('xgboost.json'), JSON.stringify(config));
      const flags = ['--input', some, '--config', 'xgboost.json', '--out', 'grown', '--xgboost'];
      const job = await sparkJob([...flags, '--xgboost-option', 'n_estimators=40'], { cwd: folder });
      expect([job.code, job.said]).toEqual([0, expect.stringContaining('finish: ')]);
      expect(readJson('grown/scorer.json').churn.trees.trees).toHaveLength(40);
      const { auc, notices } = readJson('grown/summary.json');
      expect(Math.abs(auc - readJson('single/summary.json').auc)).toBeLessThan(0.03);
      expect(notices.join(' ')).toContain('XGBoost grew the trees from other customers');
    },
    10 * minutes,
  );

  it(
    'fits by ml-xgboost, which the archive brings',
    async () => {
      const some = `query:SELECT * FROM parquet.\`${inFolder('all.parquet')}\` WHERE customer_id < 'C0004000'`;
      writeFileSync(inFolder('other.json'), JSON.stringify({ roles, churn: { engine: 'ml-xgboost' } }));
      const flags = ['--input', some, '--config', 'other.json', '--out', 'other'];
      const { code, said } = await sparkJob(flags, { cwd: folder });
      expect([code, said]).toEqual([0, expect.stringContaining('finish: ')]);
      expect(readJson('other/scorer.json').churn.engine).toBe('ml-xgboost');
    },
    10 * minutes,
  );

  it.each([
    ["'C0000007'", "id 'C0000007' stands in 2 rows"],
    ["' N/A '", "id ' N/A ' stands in 1 rows"],
  ])(
    'refuses an id that appears twice, even where one is of a customer who is not prescribed for, and a blank one: %s',
    async (id, fault) => {
      const all = `parquet.\`${inFolder('customers.parquet')}\``;
      const current = `SELECT * FROM ${all} WHERE customer_id BETWEEN 'C0000005' AND 'C0000009'`;
      const past = `SELECT ${id} AS customer_id, * EXCEPT (customer_id) FROM ${all} WHERE customer_id = 'C0000001'`;
      const flags = ['--input', `query:${current} UNION ALL ${past}`, '--run', 'single', '--out', 'twice'];
      const { code, said } = await sparkJob(flags, { cwd: folder });
      expect([code, said]).toEqual([1, expect.stringContaining(fault)]);
      expect(filesIn(inFolder('twice', 'retention_results'))).toEqual([]);
    },
    10 * minutes,
  );
});
