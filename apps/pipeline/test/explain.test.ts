import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { experimentRoles, scenarioRoles } from '@clv/synth';
import { fromCSV } from 'arquero';

import type { CustomerStory } from '../src/story/customer-story.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

describe('clv explain', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clv-explain-'));
    writeFileSync(join(folder, 'customers.csv'), csv(customerRows(400)));
    const run = async (out: string, config: object) => {
      writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
      const call = ['run', '--config', 'clv.config.json', '--input', 'customers.csv', '--out', out];
      expect(await clv([...call, '--quiet'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    };
    await run('out', { ...customerConfig, holdout: 0.5 });
    const { id: _, ...roles } = customerConfig.roles;
    await run('nameless', { roles: { ...roles, exclude: ['customer'] } });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const explained = async (id: string, ...flags: string[]) => {
    const { code, stdout } = await clv(['explain', id, '--json', ...flags], { cwd: folder });
    expect(code).toBe(0);
    return JSON.parse(stdout) as CustomerStory;
  };
  const resultsOf = (run: string) =>
    fromCSV(readFileSync(join(folder, run, 'retention_results.csv'), 'utf8')).objects() as Record<
      string,
      never
    >[];

  it('knows dates as Parquet types them, in whatever time zone', async () => {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const since = "DATE '2020-01-01' - to_days(30 * months::INT)";
    await connection.run(
      `COPY (SELECT *, (${since})::DATE AS since, ${since} AS begun FROM '${join(folder, 'customers.csv')}') TO '${join(folder, 'dated.parquet')}'`,
    );
    connection.closeSync();
    writeFileSync(join(folder, 'dated.json'), JSON.stringify(customerConfig));
    const run = ['run', '--config', 'dated.json', '--input', 'dated.parquet', '--out', 'dated', '--quiet'];
    const env = { TZ: 'America/New_York' };
    expect(await clv(run, { cwd: folder, env })).toMatchObject({ code: 0, stderr: '' });
    const [{ customer, p_churn }] = resultsOf('dated');
    expect(await explained(customer, '--run', 'dated')).toMatchObject({ customer, p_churn });
  });

  it('tells what the results say of a customer, and adds up', async () => {
    const results = resultsOf('out');
    for (const group of ['treated', 'held_out', null]) {
      const row = results.find(({ campaign_group }) => campaign_group === group)!;
      const story = await explained(row.customer);
      expect(story).toMatchObject({
        customer: row.customer,
        segment: { label: row.segment_label },
        p_churn: row.p_churn,
        recommended: row.recommended_incentive,
        planned: row.planned_incentive,
        held_out: group === 'held_out',
      });
      expect(story.clv).toBeCloseTo(row.clv, 6);
      expect(story.value_by_month).toHaveLength(12);
      expect(story.value_by_month.reduce((sum, value) => sum + value, 0)).toBeCloseTo(row.clv, 6);
      for (const { offer, expected_value } of story.offers)
        expect(expected_value).toBeCloseTo(row[`ev_${offer}`], 6);
      const { base, reasons, rest, probability } = story.reasons;
      const points = reasons.reduce((sum, reason) => sum + reason.points, rest);
      expect(100 * base + points).toBeCloseTo(100 * probability, 6);
      expect(story.why).toContain(group === null ? 'no offer' : 'for 12 months: +');
    }
  });

  it('tells what the results say where effects were learned from the customer, whose outcome the models have seen', async () => {
    const log = await clv(
      ['synth', '--customers', '800', '--experiment', 'random', '--out', 'log.csv', '--quiet'],
      { cwd: folder },
    );
    expect(log.code).toBe(0);
    const { features: _, ...roles } = scenarioRoles('telco');
    const config = { roles: { ...roles, ...experimentRoles }, budget: 300 };
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
    const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--out', 'learned', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0 });
    const results = resultsOf('learned');
    const offered = results.find(({ recommended_incentive }) => recommended_incentive !== 'none')!;
    for (const row of [results[0], results[7], offered]) {
      const { offers, why } = await explained(row['customer_id'], '--run', 'learned');
      for (const { offer, expected_value, p_stay, cost } of offers) {
        expect(expected_value).toBeCloseTo(row[`ev_${offer}`], 6);
        expect(p_stay * row['clv'] - cost).toBeCloseTo(row[`ev_${offer}`], 6);
      }
      if (row === offered) expect(why).toContain('for 12 months: +');
    }
  });

  it('tells it to a person in words', async () => {
    const [{ customer }] = resultsOf('out');
    const { code, stdout } = await clv(['explain', customer], { cwd: folder });
    expect(code).toBe(0);
    for (const part of ['Why they may leave', 'month by month', 'What each offer would do', 'Why this one'])
      expect(stdout).toContain(part);
  });

  it('knows a customer without an id by the row', async () => {
    const story = await explained('17', '--run', 'nameless');
    expect(story.p_churn).toBe(resultsOf('nameless')[16].p_churn);
  });

  it('says that the results leave out customers of the input who have left', async () => {
    const run = ['run', '--config', 'dated.json', '--input', 'customers.csv', '--out', 'active'];
    writeFileSync(join(folder, 'dated.json'), JSON.stringify(customerConfig));
    expect(await clv([...run, '--active-only', '--quiet'], { cwd: folder })).toMatchObject({ code: 0 });
    const [gone] = customerRows(400).filter(({ left }) => left === 'Yes');
    const { code, stderr } = await clv(['explain', gone.customer, '--run', 'active'], { cwd: folder });
    const leavers = 400 - resultsOf('active').length;
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(
        `; the results leave out ${leavers} customers of the input, whose outcome was known\n`,
      ),
    ]);
  });

  it('refuses an unknown customer, with the nearest ids, and a folder without a run', async () => {
    const refusal = async (...args: string[]) => {
      const { code, stderr } = await clv(['explain', ...args], { cwd: folder });
      return [code, stderr];
    };
    expect(await refusal('K-4000')).toEqual([
      1,
      expect.stringMatching(/^error: unknown customer: K-4000 \(did you mean K-400, .*\?\)\n$/),
    ]);
    expect(await refusal('K-1', '--run', 'nowhere')).toEqual([
      1,
      expect.stringContaining('nowhere is not a run folder'),
    ]);
  });
});
