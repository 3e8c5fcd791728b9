import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Table, tableFromIPC, tableToIPC } from 'apache-arrow';

import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { arrowTable, streamOf } from './arrow-stream.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const rows = customerRows(600).map((row, i) => (i % 3 === 0 ? row : { ...row, left: '' }));
const current = rows.filter(({ left }) => left === '');

/** Calls `clv spark` in a folder that has a run. */
function spark(folder: string, step: string, flags: readonly string[], stdin: Uint8Array | string = '') {
  const program = join(process.cwd(), 'bin', 'clv.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'spark', step, ...flags], {
    cwd: folder,
    input: stdin,
    maxBuffer: 2 ** 28,
  });
  return { code: status, out: stdout, stderr: stderr.toString() };
}

const sideBySide = (left: Table, right: Table) => left.assign(right);

const withRun = (budget: string[], use: (folder: string) => Promise<void> | void) =>
  withTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'all.csv'), csv(rows));
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
    const run = ['run', '--config', 'clv.config.json', '--input', 'all.csv', '--quiet', ...budget];
    expect((await clv(run, { cwd: folder })).stderr).toBe('');
    await use(folder);
  });

/** The steps of a run over customers in parts, as Spark would call them; the parts with what was decided. */
function inParts(folder: string, parts: Record<string, string>[][], budget: string[]): Table[] {
  const file = (name: string, part: number) => join(folder, `${name}-${part}`);
  const appraised = parts.map((part, i) => {
    const customers = arrowTable(part);
    const { code, out, stderr } = spark(
      folder,
      'appraise',
      ['--returns', file('returns', i)],
      streamOf(customers, 1),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return sideBySide(customers, tableFromIPC(out));
  });
  const bins = parts.map((_, i) => tableFromIPC(readFileSync(file('returns', i))));
  writeFileSync(join(folder, 'returns.arrow'), tableToIPC(bins[0].concat(...bins.slice(1)), 'stream'));
  expect(spark(folder, 'edge', budget).code).toBe(0);
  const near = appraised.map((part, i) =>
    tableFromIPC(spark(folder, 'gather', ['--shares', file('share', i)], streamOf(part)).out),
  );
  const shares = parts.map((_, i) => `${readFileSync(file('share', i), 'utf8')}\n`).join('');
  writeFileSync(join(folder, 'shares.jsonl'), shares);
  const gathered = tableToIPC(near[0].concat(...near.slice(1)), 'stream');
  expect(JSON.parse(String(spark(folder, 'settle', budget, gathered).out))).toEqual({ settled: true });
  return appraised.map((part) =>
    sideBySide(part, tableFromIPC(spark(folder, 'decide', [], streamOf(part)).out)),
  );
}

describe('the steps of clv spark', () => {
  it.each([[['--budget', '200']], [[]]])(
    'say of each customer what clv run says, and spend and gain as much, whoever holds whom; flags %j',
    (budget) =>
      withRun(budget, async (folder) => {
        const parts = [current.slice(0, 1).reverse(), current.slice(21), current.slice(1, 21)];
        const decided = inParts(folder, parts, budget);
        const { columns } = await readTable(join(folder, 'out', 'retention_results.csv'));
        const ids = [...columns.get('customer')!];
        for (const part of decided)
          for (const name of [
            'segment_label',
            'p_churn',
            'clv',
            'recommended_incentive',
            'offer_cost',
            'ev_discount_10',
          ])
            expect([name, [...part.getChild(name)!].map(String)]).toEqual([
              name,
              [...part.getChild('customer')!].map((id) => String(columns.get(name)![ids.indexOf(id)])),
            ]);
        const { spent, gain } = JSON.parse(readFileSync(join(folder, 'settlement.json'), 'utf8'));
        const summary = JSON.parse(readFileSync(join(folder, 'out', 'summary.json'), 'utf8'));
        expect(spent).toBeCloseTo(summary.offer_spend, 6);
        expect(gain).toBeCloseTo(summary.net_gain, 6);
      }),
  );

  it('plan says what to read, what comes back, and who is prescribed for, in the SQL of Spark', () =>
    withRun([], (folder) => {
      const plan = (columns: string[]) => spark(folder, 'plan', ['--json'], JSON.stringify({ columns }));
      const { out } = plan(['customer', 'contract', 'months', 'charge', 'calls', 'left']);
      expect(JSON.parse(String(out))).toMatchObject({
        id: 'customer',
        reads: expect.arrayContaining(['contract', 'months', 'charge', 'calls']),
        results: expect.arrayContaining([
          ['segment', 'int'],
          ['recommended_incentive', 'string'],
          ['ev_discount_5', 'double'],
        ]),
        current: expect.stringContaining('`left` IS NULL'),
      });
      const missing = plan(['customer', 'contract', 'month', 'charge', 'calls']);
      expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('unknown column: months')]);
      const taken = plan(['customer', 'contract', 'months', 'charge', 'calls', 'clv', 'ev_discount_5']);
      expect(JSON.parse(taken.stderr).error.faults.map(({ column }: { column: string }) => column)).toEqual([
        'clv',
        'ev_discount_5',
      ]);
    }));

  it('appraise names the row of a fault within its part, on standard error, and nothing is written', () =>
    withRun([], (folder) => {
      const bad = current.map((row, i) => (i === 40 ? { ...row, charge: '-5' } : row));
      const { code, stderr } = spark(folder, 'appraise', ['--json'], streamOf(arrowTable(bad), 30, 60));
      expect(code).toBe(1);
      expect(JSON.parse(stderr).error.faults).toEqual([
        expect.objectContaining({ rule: 'negative', column: 'charge', row: 41 }),
      ]);
    }));
});
