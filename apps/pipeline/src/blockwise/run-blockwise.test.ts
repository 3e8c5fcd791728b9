import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { csv, customerConfig, customerRows } from '../../test/customer-csv.js';
import { parseConfig } from '../config/load-config.js';
import type { EngineRun } from '../engine/engine-run.js';
import { runEngine } from '../engine/run-engine.js';
import { StageClock, silentObserver } from '../engine/stages/stages.js';
import { withSource } from '../input/open-source.js';
import { readTable } from '../input/read-table.js';
import { type Block, cellReader } from '../block/block.js';
import { frontierChart } from '../report/charts/policy-charts.js';
import { campaignTable } from '../run-folder/campaign-table.js';
import { resultTable } from '../run-folder/results/result-table.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { type BlockwiseRun, runBlockwise } from './run-blockwise.js';

const clock = () => new StageClock(silentObserver);

/** A run in blocks of 1,024 over a CSV of the rows, and the rows of its results. */
const blockwise = (
  rows: Record<string, string>[],
  config: object,
  use: (
    run: BlockwiseRun['run'],
    results: Map<string, unknown[]>,
    file: string,
    campaign?: Map<string, unknown[]>,
  ) => Promise<void>,
) =>
  withTemporaryFolder(async (folder) => {
    const file = join(folder, 'customers.csv');
    writeFileSync(file, csv(rows));
    const [out, plan] = ['results.parquet', 'campaign.parquet'].map((name) => join(folder, name));
    await withSource(
      file,
      async (source) => {
        const { run, customers, close } = await runBlockwise(
          source,
          parseConfig({ ...customerConfig, ...config }),
          clock(),
          { scratch: folder, blockRows: 1024 },
        );
        const [results, campaign] = customers;
        await results.write(out);
        await campaign?.write(plan);
        close();
        const columnsOf = async (path: string) => (await readTable(path)).columns;
        await use(run, await columnsOf(out), file, campaign && (await columnsOf(plan)));
      },
      { writes: [out, plan] },
    );
  });

const withCurrent = (rows: Record<string, string>[]) =>
  rows.map((row, i) => (i % 3 === 0 ? { ...row, left: '' } : row));

function expectSame(found: Map<string, unknown[]>, { rows, columns }: Block) {
  expect([...found.keys()]).toEqual(Object.keys(columns));
  for (const [name, cells] of Object.entries(columns)) {
    const cell = cellReader(cells);
    const expected = Array.from({ length: rows }, (_, i) => cell(i));
    const cellsFound = found.get(name)!;
    if (typeof cellsFound[0] === 'string') expect(cellsFound).toEqual(expected.map(textOrNull));
    else if (typeof expected[0] !== 'number') expect(cellsFound).toEqual(expected);
    else cellsFound.forEach((number, i) => expect(number).toBeCloseTo(expected[i] as number, 9));
  }
}

/** Of the frontier that a run draws, the dot of its own policy lies where the line has its budget. */
function expectDotOnLine(run: EngineRun) {
  const { net_gain: gain, offer_spend: spend } = run.summary;
  const { rows } = frontierChart(run, run.evidence, { gain, spend })!;
  const [dot, points] = [rows[0], rows as unknown as Record<'budget' | 'gain', number>[]];
  const after = points.findIndex(({ budget }) => budget >= Number(dot.spent_budget) - 1e-6);
  expect(after).toBeGreaterThan(0);
  expect(dot.spent_gain).toBeGreaterThan(points[after - 1].gain * 0.999);
  expect(dot.spent_gain).toBeLessThan(points[after].gain * 1.001);
}

const textOrNull = (cell: unknown) => (cell === null ? null : String(cell));

describe('a run in blocks', () => {
  it.each([
    ['current customers', withCurrent(customerRows(3000)), { budget: 150 }],
    ['every outcome known, committed costs', customerRows(2500), { budget: 400, budget_basis: 'committed' }],
    ['some held out', withCurrent(customerRows(3000)), { budget: 900, holdout: 0.2 }],
  ])(
    'gives every row what a run in memory gives, and spends a binding budget to the same cent: %s',
    (_, rows, config) =>
      blockwise(rows, config, async (run, results, input, campaign) => {
        const whole = await runEngine(parseConfig({ ...customerConfig, ...config, input }));
        expect(whole.summary.offer_spend).toBeGreaterThan(0);
        expect(whole.prescribed.decision.shadowPrice).toBeGreaterThan(0);
        expectSame(results, resultTable(whole.prescribed));
        if (whole.prescribed.campaign)
          expectSame(campaign!, campaignTable(whole.prescribed, whole.prescribed.campaign));
        expect(run.summary.holdout?.held_out).toBe(whole.summary.holdout?.held_out);
        expect(run.summary.holdout?.gain_forgone ?? 0).toBeCloseTo(
          whole.summary.holdout?.gain_forgone ?? 0,
          6,
        );
        expect(run.fitted).toEqual({ rows: rows.length, of: rows.length });
        const cents = ({ summary }: Pick<typeof whole, 'summary'>) =>
          [
            summary.offer_spend,
            summary.net_gain,
            summary.baseline_retention_value,
            summary.optimized_retention_value,
          ].map((money) => Math.round(money * 100));
        expect(cents(run)).toEqual(cents(whole));
        for (const each of [run, whole]) expectDotOnLine(each);
        expect(run.summary.segments.map(({ customers }) => customers)).toEqual(
          whole.summary.segments.map(({ customers }) => customers),
        );
        expect(run.summary.offers.map(({ customers }) => customers)).toEqual(
          whole.summary.offers.map(({ customers }) => customers),
        );
        expect(run.prescribed.decision.shadowPrice).toBe(whole.prescribed.decision.shadowPrice);
      }),
  );

  it('fits on a sample, scores every row, says so, and keeps the budget', () =>
    blockwise(customerRows(4000), { fit_rows: 1000, budget: 300 }, async (run, results) => {
      expect(run.fitted).toEqual({ rows: 1000, of: 4000 });
      expect(run.summary.customers).toBe(4000);
      expect(results.get('customer')).toEqual(customerRows(4000).map(({ customer }) => customer));
      const spent = (results.get('offer_cost') as number[]).reduce((sum, cost) => sum + cost, 0);
      expect(spent).toBeLessThanOrEqual(300 + 1e-6);
      expect(run.summary.offer_spend).toBeCloseTo(spent, 6);
      expect(run.summary.notices.join(' ')).toContain('a random 1,000 of the 4,000 rows');
    }));

  it('learns codes with leading zeros as levels, as a run in memory does, and scores by them', () => {
    const zips = ['06834', '10001', '60601', ' 94105', '00501'];
    const rows = customerRows(1500).map((row, i) => ({ ...row, zip: zips[i % 5] }));
    return blockwise(rows, { fit_rows: 1200 }, async (run, results, file) => {
      const inMemory = await runEngine(parseConfig({ ...customerConfig, input: file }));
      const encodingOf = ({ churn }: EngineRun) =>
        churn.encoding.columns.find(({ column }) => column === 'zip');
      expect(encodingOf(run)).toMatchObject({
        kind: 'one-hot',
        levels: zips.map((zip) => zip.trim()).sort(),
      });
      expect(encodingOf(inMemory)).toEqual(encodingOf(run));
      expect(results.get('zip')).toEqual(rows.map(({ zip }) => zip));
    });
  });

  it('judges groups by a column that predicts nothing', () => {
    const roles = { ...customerConfig.roles, exclude: ['contract'] };
    const config = { fit_rows: 1000, roles, fairness_group: 'contract' };
    return blockwise(customerRows(2000), config, async ({ evidence }) => {
      const groups = evidence.fairness!.groups.map(({ group }) => group);
      expect(groups.sort()).toEqual(['monthly', 'yearly']);
    });
  });

  it('tells faults of rows by their number in the whole table, wherever their block lies', async () => {
    const rows = customerRows(3000);
    rows[10] = { ...rows[10], charge: 'cheap' };
    rows[2500] = { ...rows[2500], left: 'perhaps' };
    rows[2700] = { ...rows[2700], customer: rows[3].customer };
    const run = blockwise(rows, {}, async () => {});
    await expect(run).rejects.toMatchObject({
      faults: [
        { rule: 'not-a-number', row: 11, message: expect.stringContaining('row 11') },
        { rule: 'not-a-label', row: 2501, message: expect.stringContaining('row 2501') },
        { rule: 'duplicate-id', message: expect.stringContaining('"K-4"') },
      ],
    });
  });
});
