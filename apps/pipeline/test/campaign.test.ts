import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RunSummary } from '@clv/contracts';
import { fromCSV } from 'arquero';

import type { Measurement } from '../src/campaign/measurement.js';
import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const example = join(process.cwd(), '../../examples/campaign');
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const readCsv = (file: string) => fromCSV(readFileSync(file, 'utf8'));

/** The commands of the example, as its README has them. */
const commands = [...readFileSync(join(example, 'README.md'), 'utf8').matchAll(/^ {4}(.+)$/gm)].map(
  ([, line]) => line.split(' '),
);

async function follow(folder: string, [program, ...args]: string[]): Promise<void> {
  if (program === 'node') execFileSync(process.execPath, args, { cwd: folder });
  else
    expect(await clv([...args.slice(1), '--quiet'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
}

describe('a campaign measured with a holdout', () => {
  it('is played by the example: planned, held out, measured near the truth, and learned from', () =>
    withTemporaryFolder(async (folder) => {
      cpSync(example, folder, { recursive: true });
      for (const command of commands) await follow(folder, command);

      const results = readCsv(join(folder, 'out', 'retention_results.csv'));
      const column = (name: string) => results.array(name) as (string | number | null)[];
      const [planned, group, given, cost] = [
        'planned_incentive',
        'campaign_group',
        'recommended_incentive',
        'offer_cost',
      ].map(column);
      const members = [...planned.keys()].filter((i) => planned[i] !== 'none');
      const held = members.filter((i) => group[i] === 'held_out');
      expect(held.length / members.length).toBeCloseTo(0.2, 2);
      group.forEach((name, i) => {
        if (name === 'treated') expect(given[i]).toBe(planned[i]);
        else expect([given[i], cost[i]]).toEqual(['none', 0]);
        expect(name === null).toBe(planned[i] === 'none');
      });
      const summary: RunSummary = readJson(join(folder, 'out', 'summary.json'));
      expect(summary.holdout).toMatchObject({
        customers: members.length,
        held_out: held.length,
        share: 0.2,
      });
      expect(summary.offer_spend).toBeCloseTo(
        cost.reduce<number>((sum, each) => sum + Number(each), 0),
        6,
      );
      expect(summary.intervention_rate * summary.customers).toBeCloseTo(members.length - held.length, 9);

      const measurement: Measurement = readJson(join(folder, 'out', 'measurement.json'));
      const truth = readCsv(join(folder, 'truth.csv'));
      const treated = members.filter((i) => group[i] === 'treated');
      const trulyKept = treated.reduce(
        (sum, i) => sum + truth.get(`true_p_stay_${planned[i]}`, i) - truth.get('true_p_stay_none', i),
        0,
      );
      const { overall, offers, segments } = measurement;
      expect(measurement).toMatchObject({ customers: members.length, measured: members.length });
      expect(overall).toMatchObject({ treated: treated.length, heldOut: held.length });
      expect(overall.retained.low).toBeLessThan(trulyKept);
      expect(overall.retained.high).toBeGreaterThan(trulyKept);
      expect(overall.retained.low).toBeGreaterThan(0);
      expect(overall.forecast.map(({ of }) => of)).toEqual(['retained', 'netValue']);
      expect(offers.map(({ offer }) => offer)).toEqual(['discount_5', 'discount_10']);
      expect(segments.map(({ segment }) => segment)).toEqual(
        [...new Set(members.map((i) => results.get('segment_label', i)))].sort(),
      );

      const log = readCsv(join(folder, 'log.csv'));
      expect(log.numRows()).toBe(members.length);
      const next: RunSummary = readJson(join(folder, 'out-next', 'summary.json'));
      expect(next.notices.join('\n')).toContain('learned from the experiment');
    }));

  it('is measured by the money that came in where there is some, and tells what the outcomes lack', () =>
    withTemporaryFolder(async (folder) => {
      expect(
        (await clv(['run', '--customers', '3000', '--holdout', '0.5', '--quiet'], { cwd: folder })).code,
      ).toBe(0);
      const results = readCsv(join(folder, 'out', 'retention_results.csv'));
      const rows = (results.objects() as Record<string, unknown>[]).map((row, i) => {
        const stayed = (Number(row.p_churn) * 7919 + i * 0.37) % 1 > Number(row.p_churn) ? 1 : 0;
        return [row.customer_id, stayed, stayed * 40, 2, row.recommended_incentive, row.campaign_group];
      });
      const kept = rows.filter((row, i) => i % 50 > 0 && !(row[5] === 'treated' && i % 3 === 0));
      const text = [['who', 'stays', 'earned', 'spent', 'got'], ...kept.map((row) => row.slice(0, 5))];
      writeFileSync(join(folder, 'outcomes.csv'), text.map((cells) => `${cells.join(',')}\n`).join(''));
      const measure = ['measure', '--input', 'outcomes.csv', '--id', 'who', '--outcome', 'stays'];
      const call = [...measure, '--value', 'earned', '--cost', 'spent', '--offer', 'got'];
      const { code, stdout } = await clv([...call, '--json', '--dry-run'], { cwd: folder });
      expect(code).toBe(0);
      expect(existsSync(join(folder, 'out', 'measurement.json'))).toBe(false);
      const { overall, measured, horizon_months, notices } = JSON.parse(stdout) as Measurement;
      expect(measured).toBe(kept.filter((row) => row[5] !== null).length);
      expect(overall.spend).toBe(2 * overall.treated);
      expect(overall.forecast.map(({ of }) => of)).toEqual(['retained']);
      expect(horizon_months).toBeUndefined();
      expect(notices.join('\n')).toMatch(/groups may no longer be alike/);

      const told = await clv(call, { cwd: folder });
      expect(told.stdout).toContain('Predicted and realised');
      // As `clv run` writes it.
      expect(told.stdout).toContain(`${(100 * overall.roi!.value).toFixed(1)}%`);
      expect(readJson(join(folder, 'out', 'measurement.json'))).toEqual(JSON.parse(stdout));
    }));

  it('is planned over more customers than models are fitted on, and measured', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'clv.config.json'), '{"fit_rows":2000}');
      const run = [
        'run',
        '--config',
        'clv.config.json',
        '--customers',
        '6000',
        '--holdout',
        '0.3',
        '--quiet',
      ];
      expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      const { columns, rows } = await readTable(join(folder, 'out', 'retention_results.parquet'));
      const column = (name: string) => columns.get(name) as (string | null)[];
      const groups = column('campaign_group');
      const count = (group: string) => groups.filter((each) => each === group).length;
      const summary: RunSummary = readJson(join(folder, 'out', 'summary.json'));
      expect(summary.holdout).toMatchObject({
        customers: count('held_out') + count('treated'),
        held_out: count('held_out'),
      });
      expect(count('held_out') / summary.holdout!.customers).toBeCloseTo(0.3, 2);
      expect(rows).toBe(6000);

      const stayed = Array.from({ length: rows }, (_, i) => Number(i % 10 > 0));
      const lines = column('customer_id').map((id, i) => `${id},${stayed[i]}\n`);
      writeFileSync(join(folder, 'outcomes.csv'), `customer_id,outcome\n${lines.join('')}`);
      const measure = ['measure', '--input', 'outcomes.csv', '--json', '--experiment', 'log.parquet'];
      const { code, stdout } = await clv(measure, { cwd: folder });
      expect(code).toBe(0);
      const { overall, measured } = JSON.parse(stdout) as Measurement;
      const of = (group: string) => groups.flatMap((each, i) => (each === group ? [stayed[i]] : []));
      const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
      expect(measured).toBe(summary.holdout!.customers);
      expect(overall.treated).toBe(count('treated'));
      expect(overall.retention.value).toBeCloseTo(mean(of('treated')) - mean(of('held_out')), 2);
      const log = await readTable(join(folder, 'log.parquet'));
      const inCampaign = (_: unknown, i: number) => groups[i] !== null;
      for (const name of ['customer_id', 'monthly_charges', 'contract'])
        expect(log.columns.get(name)).toEqual(columns.get(name)!.filter(inCampaign));
    }));

  it('is logged with what is known of each customer, though ids have spaces around them', () =>
    withTemporaryFolder(async (folder) => {
      const rows = customerRows(400);
      for (const row of rows) row.customer += ' ';
      writeFileSync(join(folder, 'customers.csv'), csv(rows));
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify({ ...customerConfig, holdout: 0.3 }));
      const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];
      expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      writeFileSync(
        join(folder, 'o.csv'),
        `customer,outcome\n${rows.map(({ customer }) => `${customer},1\n`).join('')}`,
      );
      const measure = ['measure', '--input', 'o.csv', '--experiment', 'log.csv', '--quiet'];
      expect(await clv(measure, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      const log = readCsv(join(folder, 'log.csv')).objects() as Record<string, unknown>[];
      const charges = new Map(rows.map(({ customer, charge }) => [customer, Number(charge)]));
      expect(log.length).toBeGreaterThan(20);
      for (const { customer, charge } of log) expect(charge).toBe(charges.get(customer as string));
    }));

  it.each([300, 10_000])(
    'is logged with decimal points where the input has commas (fit_rows %i)',
    (fit_rows) =>
      withTemporaryFolder(async (folder) => {
        const rows = customerRows(500);
        const commas = rows.map((row) => ({ ...row, charge: row.charge.replace('.', ',') }));
        writeFileSync(join(folder, 'customers.csv'), csv(commas, ';'));
        const config = { ...customerConfig, fit_rows, decimal: ',', holdout: 0.3 };
        writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
        const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];
        expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
        writeFileSync(join(folder, 'o.csv'), csv(rows.map(({ customer }) => ({ customer, outcome: '1' }))));
        const measure = ['measure', '--input', 'o.csv', '--experiment', 'log.csv', '--quiet'];
        expect(await clv(measure, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
        const charges = new Map(rows.map(({ customer, charge }) => [customer, Number(charge)]));
        const log = readCsv(join(folder, 'log.csv')).objects() as Record<string, unknown>[];
        expect(log.length).toBeGreaterThan(20);
        for (const { customer, charge, propensity } of log)
          expect([charge, propensity]).toEqual([charges.get(customer as string), expect.any(Number)]);
      }),
  );

  it('reads money as the run read it or as --decimal says, and names the file of what cannot be read', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(
        join(folder, 'customers.csv'),
        csv(
          customerRows(300).map((row) => ({ ...row, charge: row.charge.replace('.', ',') })),
          ';',
        ),
      );
      writeFileSync(
        join(folder, 'clv.config.json'),
        JSON.stringify({ ...customerConfig, decimal: ',', holdout: 0.5 }),
      );
      const run = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--quiet'];
      expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      const measured = async (earned: string, kept: string, ...flags: string[]) => {
        const outcomes = customerRows(300).map(({ customer }) => ({ customer, kept, earned }));
        writeFileSync(join(folder, 'o.csv'), csv(outcomes, ';'));
        const measure = ['measure', '--input', 'o.csv', '--outcome', 'kept', '--value', 'earned', '--json'];
        const { code, stdout } = await clv([...measure, ...flags], { cwd: folder });
        const { spend, netValue, error } = { ...JSON.parse(stdout), ...JSON.parse(stdout).overall };
        return code === 0 ? [spend > 0, netValue.value < 0] : error.message;
      };
      expect(await measured('12,5', '1')).toEqual([true, true]);
      expect(await measured('12.5', '1', '--decimal', '.')).toEqual([true, true]);
      expect(await measured('12.5', '1')).toMatch(
        /^o\.csv: row 1, earned: "12\.5" is not a number where , marks decimals/,
      );
      expect(await measured('12,5', 'stayed')).toMatch(
        /^o\.csv: row 1, kept: "stayed" is neither a number nor yes or no; .*$/,
      );
      expect(await measured('12,5', '')).toMatch(
        /^o\.csv: the outcome is blank for all \d+ of the \d+ in the campaign/,
      );
    }));

  it('refuses a run without a holdout, outcomes of unknown columns, and a customer who stands twice', () =>
    withTemporaryFolder(async (folder) => {
      const run = (...flags: string[]) =>
        clv(['run', '--customers', '1000', '--quiet', ...flags], { cwd: folder });
      await run('--out', 'plain');
      await run('--holdout', '0.3');
      writeFileSync(join(folder, 'o.csv'), 'customer_id,outcome\nC0000001,1\nC0000001,0\n');
      const refusal = async (...flags: string[]) => {
        const { code, stderr } = await clv(['measure', '--input', 'o.csv', ...flags], { cwd: folder });
        return [code, stderr];
      };
      expect(await refusal('--run', 'plain')).toEqual([1, expect.stringContaining('plain held nobody out')]);
      await run('--out', 'later', '--holdout', '0.3');
      writeFileSync(join(folder, 'later', 'uplift.json'), '{}');
      await run('--out', 'later');
      expect(existsSync(join(folder, 'later', 'uplift.json'))).toBe(false);
      expect(await refusal('--run', 'later')).toEqual([
        1,
        expect.stringContaining('later held nobody out (its campaign.parquet is of an earlier run)'),
      ]);
      expect(await refusal('--run', 'nowhere')).toEqual([
        1,
        expect.stringContaining('nowhere is not a run folder'),
      ]);
      expect(await refusal('--outcome', 'outcom', '--cost', 'spent')).toEqual([
        1,
        expect.stringMatching(
          /^error: o\.csv: unknown column: outcom \(did you mean outcome\?\)\nerror: o\.csv: unknown column: spent/,
        ),
      ]);
      writeFileSync(join(folder, 'others.csv'), 'customer_id,outcome\nX-1,1\n');
      expect(await refusal('--input', 'others.csv')).toEqual([
        1,
        expect.stringMatching(
          /others\.csv holds no outcome of anyone among the .*\(it names "X-1", the run "C\d{7}"\)/,
        ),
      ]);
      expect(await refusal()).toEqual([
        1,
        expect.stringContaining('row 2, customer_id: C0000001 stands in row 1 already'),
      ]);
    }));
});
