import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { RunSummary } from '@clv/contracts';
import { fromXgboostJson } from '@clv/gbdt';
import { DuckDBInstance } from '@duckdb/node-api';
import { fromArrow, fromCSV } from 'arquero';

import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const files = [
  'churn_model.json',
  'churn_report.json',
  'frontier.json',
  'model_card.md',
  'policies.json',
  'reasons.json',
  'report.html',
  'retention_results.arrow',
  'retention_results.csv',
  'run.json',
  'scorer.json',
  'segments.json',
  'sensitivity.json',
  'summary.json',
];

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('clv run on synthetic customers', () => {
  it('writes a run folder whose every row and sum holds together', () =>
    withTemporaryFolder(async (folder) => {
      const out = join(folder, 'out');
      const { code, stdout, stderr } = await clv(['run', '--customers', '3000', '--out', out]);
      expect({ code, stderr: stderr.includes('error') }).toEqual({ code: 0, stderr: false });
      for (const title of [
        'Total potential value',
        'Baseline retention',
        'Net gain',
        'ROI',
        'Segments',
        'Offers',
        'Priority outreach',
      ])
        expect(stdout).toContain(title);
      expect(stdout).toContain(
        `clv serve --run ${out} (in a clone of the repository: npm run dashboard -- --run ${out})`,
      );
      expect(readdirSync(out).sort()).toEqual(files);

      const summary = readJson(join(out, 'summary.json')) as RunSummary;
      const rows = fromCSV(readFileSync(join(out, 'retention_results.csv'), 'utf8')).objects() as Record<
        string,
        never
      >[];
      expect(rows).toHaveLength(3000);
      for (const row of rows) {
        expect(row.p_churn).toBeGreaterThanOrEqual(0);
        expect(row.p_churn).toBeLessThanOrEqual(1);
        expect(row.expected_value_baseline).toBeCloseTo((1 - row.p_churn) * row.clv, 6);
        const best = Math.max(row.ev_none, row.ev_discount_5, row.ev_discount_10);
        expect(row.expected_value_optimized).toBeCloseTo(best, 9);
        // Nobody gets an offer that does not beat doing nothing.
        if (row.recommended_incentive !== 'none')
          expect(row.expected_value_optimized).toBeGreaterThan(row.expected_value_baseline);
        else expect([row.offer_cost, row.expected_value_optimized]).toEqual([0, row.expected_value_baseline]);
      }
      const sum = (column: string) => rows.reduce((total, row) => total + row[column], 0);
      expect(summary.total_potential_value).toBeCloseTo(sum('clv'), 3);
      expect(summary.baseline_retention_value).toBeCloseTo(sum('expected_value_baseline'), 3);
      expect(summary.optimized_retention_value).toBeCloseTo(sum('expected_value_optimized'), 3);
      expect(summary.offer_spend).toBeCloseTo(sum('offer_cost'), 3);
      expect(summary.net_gain).toBeCloseTo(
        sum('expected_value_optimized') - sum('expected_value_baseline'),
        3,
      );
      expect(summary.segments.reduce((total, segment) => total + segment.customers, 0)).toBe(3000);
      expect(summary.offers.reduce((total, offer) => total + offer.customers, 0)).toBe(3000);

      const arrow = fromArrow(readFileSync(join(out, 'retention_results.arrow')));
      expect(arrow.columnNames()).toEqual(Object.keys(rows[0]));
      expect(Array.from(arrow.array('p_churn'))).toEqual(rows.map((row) => row.p_churn));
      expect(fromXgboostJson(readJson(join(out, 'churn_model.json'))).trees.length).toBeGreaterThan(10);

      const record = readJson(join(out, 'run.json'));
      for (const file of files.filter((name) => name !== 'run.json'))
        expect(record.files[file].sha256).toBe(sha256(join(out, file)));
    }));

  it('gives equal hashes of every data file, run after run, in every time zone, language and number of threads (row 1)', () =>
    withTemporaryFolder(async (folder) => {
      const hashes: string[][] = [];
      for (const TZ of ['UTC', 'America/Los_Angeles'])
        for (const LANG of ['C', 'de_DE.UTF-8'])
          for (const processors of [1, undefined] as const) {
            const out = join(folder, String(hashes.length));
            const env = { TZ, LANG, LC_ALL: LANG };
            await clv(['run', '--customers', '1000', '--out', out, '--quiet'], { env, processors });
            hashes.push(files.filter((file) => file !== 'run.json').map((file) => sha256(join(out, file))));
          }
      expect(new Set(hashes.map((each) => each.join('\n'))).size).toBe(1);
      expect(hashes).toHaveLength(8);
    }));

  it('never spends more than the budget, and gains no less than a smaller one does', async () => {
    const runs: RunSummary[] = [];
    for (const budget of ['0', '500', '2000'])
      runs.push(
        JSON.parse(
          (await clv(['run', '--customers', '1000', '--budget', budget, '--json', '--dry-run'])).stdout,
        ),
      );
    for (const { offer_spend, budget } of runs) expect(offer_spend).toBeLessThanOrEqual(budget!);
    expect(runs[0]).toMatchObject({ net_gain: 0, intervention_rate: 0, roi: null });
    expect(runs[1].net_gain).toBeGreaterThan(0);
    expect(runs[2].net_gain).toBeGreaterThan(runs[1].net_gain);
  });

  it('takes its trees from ml-xgboost where the config says so', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'clv.config.json'), '{"churn":{"engine":"ml-xgboost"}}');
      const run = ['run', '--config', 'clv.config.json', '--customers', '1000', '--quiet'];
      expect(await clv(run, { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
      const card = readFileSync(join(folder, 'out', 'model_card.md'), 'utf8');
      expect(card).toContain('with the engine ml-xgboost');
      const { auc } = readJson(join(folder, 'out', 'summary.json')) as RunSummary;
      expect(auc).toBeGreaterThan(0.88);
    }));

  it('puts one JSON document on standard output with --json, and writes nothing with --dry-run', () =>
    withTemporaryFolder(async (folder) => {
      const { stdout, stderr, code } = await clv(['run', '--customers', '1000', '--json', '--dry-run'], {
        cwd: folder,
      });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({ format: 'clv-summary', customers: 1000 });
      expect(readdirSync(folder)).toEqual([]);
    }));
});

describe('clv run on a table of your own', () => {
  it('names standard input, and not where it is laid down, where its compressed text breaks off', async () => {
    const stdin = gzipSync(csv(customerRows(60))).subarray(0, 300);
    expect(await clv(['validate', '--input', '-'], { stdin })).toMatchObject({
      code: 1,
      stderr: 'error: cannot read standard input: unexpected end of file\n',
    });
  });

  it('reads a CSV by its roles, from a file and from standard input alike', () =>
    withTemporaryFolder(async (folder) => {
      const text = csv(customerRows(200));
      writeFileSync(join(folder, 'customers.csv'), text);
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
      const call = (input: string, stdin?: string) =>
        clv(
          [
            'run',
            '--config',
            'clv.config.json',
            '--input',
            input,
            '--out',
            input === '-' ? 'b' : 'a',
            '--quiet',
          ],
          { cwd: folder, stdin },
        );
      expect(await call('customers.csv')).toEqual({ code: 0, stdout: '', stderr: '' });
      expect(await call('-', text)).toEqual({ code: 0, stdout: '', stderr: '' });
      const results = (out: string) => readFileSync(join(folder, out, 'retention_results.csv'), 'utf8');
      expect(results('b')).toBe(results('a'));
      expect(results('a').split('\n')[0]).toBe(
        'customer,contract,months,charge,calls,left,segment,segment_label,p_churn,clv,recommended_incentive,offer_cost,' +
          'expected_value_baseline,expected_value_optimized,ev_none,ev_discount_5,ev_discount_10',
      );
      expect(readJson(join(folder, 'a', 'summary.json'))).toMatchObject({ customers: 200, backtest: true });
    }));

  it('prescribes for current customers only, where some outcomes are not known yet', () =>
    withTemporaryFolder(async (folder) => {
      const rows = customerRows(300).map((row, i) => (i < 60 ? { ...row, left: '' } : row));
      writeFileSync(join(folder, 'customers.csv'), csv(rows));
      writeFileSync(
        join(folder, 'clv.config.json'),
        JSON.stringify({ ...customerConfig, input: 'customers.csv' }),
      );
      const { code } = await clv([
        'run',
        '--config',
        join(folder, 'clv.config.json'),
        '--out',
        join(folder, 'out'),
        '--quiet',
      ]);
      expect(code).toBe(0);
      expect(readJson(join(folder, 'out', 'summary.json'))).toMatchObject({ customers: 60, backtest: false });
    }));

  it('leaves out those who left with --active-only', () =>
    withTemporaryFolder(async (folder) => {
      const rows = customerRows(200);
      writeFileSync(join(folder, 'customers.csv'), csv(rows));
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
      const { stdout } = await clv(
        [
          'run',
          '--config',
          'clv.config.json',
          '--input',
          'customers.csv',
          '--active-only',
          '--json',
          '--dry-run',
        ],
        { cwd: folder },
      );
      expect(JSON.parse(stdout).customers).toBe(rows.filter((row) => row.left === 'No').length);
    }));

  it.each([{}, { fit_rows: 250 }])('reads decimal commas as it does points, with %j', (more) =>
    withTemporaryFolder(async (folder) => {
      const points = customerRows(300).map((row, i): Record<string, string> => ({
        ...row,
        customer: `${100 + i}.200.300`,
      }));
      const commas = points.map((row) => ({ ...row, charge: row.charge.replace('.', ',') }));
      writeFileSync(join(folder, 'points.csv'), csv(points));
      writeFileSync(join(folder, 'commas.csv'), csv(commas, ';'));
      const summary = async (input: string, config: object) => {
        writeFileSync(
          join(folder, 'clv.config.json'),
          JSON.stringify({ ...customerConfig, ...more, ...config }),
        );
        const args = ['run', '--config', 'clv.config.json', '--input', input, '--dry-run', '--json'];
        const { stdout } = await clv(args, { cwd: folder });
        return JSON.parse(stdout.replaceAll(input, 'the input'));
      };
      const expected = await summary('points.csv', {});
      expect(expected.customers).toBe(300);
      expect(await summary('commas.csv', { decimal: ',' })).toEqual(expected);
      const guessed = { ...(await summary('points.csv', { roles: undefined })), notices: [] };
      expect({ ...(await summary('commas.csv', { roles: undefined })), notices: [] }).toEqual(guessed);
    }),
  );

  it('guesses the roles where no config names them, and says so', () =>
    withTemporaryFolder(async (folder) => {
      const renamed = customerRows(200).map(({ customer, left, charge, months, ...rest }) => ({
        customer_id: customer,
        tenure_months: months,
        monthly_charges: charge,
        ...rest,
        churned: left,
      }));
      writeFileSync(join(folder, 'customers.csv'), csv(renamed));
      const { stdout } = await clv(['run', '--input', 'customers.csv', '--json', '--dry-run'], {
        cwd: folder,
      });
      const { columns, notices } = JSON.parse(stdout) as RunSummary;
      expect(columns).toEqual({
        id: 'customer_id',
        label: 'churned',
        price: 'monthly_charges',
        tenure: 'tenure_months',
      });
      expect(notices.join(' ')).toContain('guessed');
    }));
});

describe('clv run --write', () => {
  it('delivers the columns of a CSV as text, whatever their cells look like tonight', () =>
    withTemporaryFolder(async (folder) => {
      const table = `duckdb:${join(folder, 'x.duckdb')}?table=results`;
      const config = { ...customerConfig, roles: { ...customerConfig.roles, exclude: ['branch'] } };
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
      for (const [night, branch] of ['12', 'A12'].entries()) {
        const rows = customerRows(200, night + 1).map((row) => ({ ...row, branch }));
        writeFileSync(join(folder, 'customers.csv'), csv(rows));
        const command = ['run', '--config', 'clv.config.json', '--input', 'customers.csv'];
        const done = await clv([...command, '--out', 'out', '--write', table, '--quiet'], { cwd: folder });
        expect(done).toEqual({ code: 0, stdout: '', stderr: '' });
      }
      const { columns } = await readTable(table);
      expect(new Set(columns.get('branch'))).toEqual(new Set(['12', 'A12']));
      expect(columns.get('months')!.every((cell) => typeof cell === 'string')).toBe(true);
    }));
});

describe('clv run --write above fit_rows', () => {
  it('delivers the results of all customers, to a file and to a database alike', () =>
    withTemporaryFolder(async (folder) => {
      const config = { ...customerConfig, fit_rows: 300 };
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
      writeFileSync(join(folder, 'customers.csv'), csv(customerRows(500)));
      const targets = ['all.csv', 'all.jsonl', 'duckdb:x.duckdb?table=results'];
      const command = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--out', 'out'];
      for (let run = 0; run < 2; run++) {
        const done = await clv([...command, ...targets.flatMap((target) => ['--write', target]), '--quiet'], {
          cwd: folder,
        });
        expect(done).toEqual({ code: 0, stdout: '', stderr: '' });
      }
      const results = await readTable(join(folder, 'out', 'retention_results.parquet'));
      expect(results.rows).toBe(500);
      const names = [
        'customer',
        'months',
        'segment_label',
        'recommended_incentive',
        'expected_value_baseline',
      ];
      const cells = ({ columns }: typeof results) => names.map((name) => columns.get(name)!.map(String));
      const file = (name: string) => join(folder, name);
      for (const written of [file('all.jsonl'), file('all.csv'), `duckdb:${file('x.duckdb')}?table=results`])
        expect(cells(await readTable(written))).toEqual(cells(results));
    }));
});

describe('dates and moments of a typed input', () => {
  it('stand in a CSV as the input has them, in every time zone, in memory and above fit_rows alike', () =>
    withTemporaryFolder(async (folder) => {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      writeFileSync(join(folder, 'customers.csv'), csv(customerRows(400)));
      await connection.run(
        `COPY (SELECT *, DATE '2025-01-31' - months::INT AS joined, IF(calls > 2, DATE '9999-12-31', NULL) AS until,
          TIMESTAMP '2025-01-31 10:11:12' AS seen, TIMESTAMP_NS '2025-01-31 00:00:00.123456789' AS met,
          TIMESTAMPTZ '2025-01-31 10:11:12.123456+02' AS told
        FROM '${join(folder, 'customers.csv')}') TO '${join(folder, 'customers.parquet')}'`,
      );
      connection.closeSync();
      const carried = async (fit_rows: number) => {
        const config = { ...customerConfig, roles: { ...customerConfig.roles, snapshot: '2025-02-01' } };
        writeFileSync(join(folder, 'clv.config.json'), JSON.stringify({ ...config, fit_rows }));
        const args = ['--config', 'clv.config.json', '--input', 'customers.parquet', '--write', 'all.csv'];
        const done = await clv(['run', ...args, '--quiet'], { cwd: folder, env: { TZ: 'America/New_York' } });
        expect(done).toEqual({ code: 0, stdout: '', stderr: '' });
        const lines = readFileSync(join(folder, 'all.csv'), 'utf8').trimEnd().split('\n');
        return lines.map((line) => line.split(',').slice(0, 11).join(','));
      };
      const inMemory = await carried(1000);
      expect(inMemory[0]).toBe('customer,contract,months,charge,calls,left,joined,until,seen,met,told');
      const { months } = customerRows(1)[0];
      const joined = new Date(Date.UTC(2025, 0, 31 - Number(months))).toISOString().slice(0, 10);
      expect(inMemory[1].split(',').slice(6)).toEqual([
        joined,
        Number(customerRows(1)[0].calls) > 2 ? '9999-12-31' : '',
        '2025-01-31 10:11:12',
        '2025-01-31 00:00:00.123456789',
        '2025-01-31 08:11:12.123456+00',
      ]);
      expect(await carried(250)).toEqual(inMemory);
    }));
});

const telco = [process.env.CLV_DATA, '../../../shared/data']
  .filter((folder) => folder !== undefined)
  .map((folder) => join(folder, 'telco_ibm.csv'))
  .find(existsSync);

(telco ? describe : describe.skip)('clv run on the telco table', () => {
  it('gives a full run folder with a held-out AUC of at least 0.845', () =>
    withTemporaryFolder(async (folder) => {
      const config = join(process.cwd(), '../../examples/telco/clv.config.json');
      const { code, stderr } = await clv([
        'run',
        '--config',
        config,
        '--input',
        telco!,
        '--out',
        folder,
        '--quiet',
      ]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(readdirSync(folder).sort()).toEqual(files);
      const summary = readJson(join(folder, 'summary.json')) as RunSummary;
      expect(summary).toMatchObject({ customers: 7043, backtest: true });
      expect(summary.churn_rate).toBeCloseTo(1869 / 7043, 12);
      expect(summary.auc).toBeGreaterThanOrEqual(0.845);
      expect(summary.log_loss).toBeLessThan(0.42);
    }));
});

if (!telco) process.stderr.write('skipped: the telco table is not here (set CLV_DATA)\n');
