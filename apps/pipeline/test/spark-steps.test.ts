import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/**
 * The steps of a run over customers in parts, as Spark would call them; the parts with what was decided.
 *
 * @param gathers whether everyone is looked through for those near the edge, or those alone whom the parts have kept.
 */
function inParts(
  folder: string,
  parts: Record<string, string>[][],
  budget: string[],
  gathers: 'from all' | 'from the kept',
): Table[] {
  const inPart = (part: number, name: string) => join(folder, `part-${part}`, name);
  const lines = (name: string) => parts.map((_, i) => `${readFileSync(inPart(i, name), 'utf8')}\n`).join('');
  const joined = ([first, ...others]: Table[]) => tableToIPC(first.concat(...others), 'stream');
  const customers = ['--customers', String(parts.flat().length)];
  const appraised = parts.map((part, i) => {
    const table = arrowTable(part);
    mkdirSync(inPart(i, '.'));
    const flags = ['--sides', `part-${i}`, ...customers, ...budget];
    const { code, out, stderr } = spark(folder, 'appraise', flags, streamOf(table, 1));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return sideBySide(table, tableFromIPC(out));
  });
  const told = (name: string) => parts.map((_, i) => tableFromIPC(readFileSync(inPart(i, name))));
  writeFileSync(join(folder, 'returns.arrow'), joined(told('returns.arrow')));
  writeFileSync(join(folder, 'wide.jsonl'), lines('wide.json'));
  expect(spark(folder, 'edge', budget).code).toBe(0);
  const near = (gathers === 'from all' ? appraised : told('near.arrow')).map((part) =>
    tableFromIPC(spark(folder, 'gather', [], streamOf(part)).out),
  );
  expect(JSON.parse(String(spark(folder, 'settle', budget, joined(near)).out))).toEqual({ settled: true });
  const decided = appraised.map((part, i) =>
    sideBySide(
      part,
      tableFromIPC(spark(folder, 'decide', ['--share', inPart(i, 'share.json')], streamOf(part)).out),
    ),
  );
  writeFileSync(join(folder, 'shares.jsonl'), lines('share.json'));
  return decided;
}

/** What the policy comes to, as the last step says. */
function figuresOf(folder: string) {
  const job = {
    input: 'all',
    results: 'all',
    rows: 400,
    fitted: null,
    budget: null,
    spark: '4',
    seconds: {},
  };
  writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
  const { code, out, stderr } = spark(folder, 'finish', ['--out', 'finished'], streamOf(arrowTable(current)));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(String(out));
}

describe('the steps of clv spark', () => {
  it.each([
    [['--budget', '200'], 'from all'],
    [['--budget', '200'], 'from the kept'],
    [[], 'from the kept'],
  ] as const)(
    'say of each customer what clv run says, and spend and gain as much, whoever holds whom; flags %j, gathered %s',
    (flags, gathers) => {
      const budget = [...flags];
      return withRun(budget, async (folder) => {
        const parts = [current.slice(0, 1).reverse(), current.slice(21), current.slice(1, 21)];
        const decided = inParts(folder, parts, budget, gathers);
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
        const figures = figuresOf(folder);
        for (const figure of ['offer_spend', 'net_gain', 'total_potential_value', 'mean_p_churn'])
          expect([figure, figures[figure].toFixed(6)]).toEqual([figure, summary[figure].toFixed(6)]);
        expect(figures.offers).toMatchObject(
          summary.offers.map(({ offer, customers }: { offer: string; customers: number }) => ({
            offer,
            customers,
          })),
        );
      });
    },
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

  it('edge tells whether whom the parts have kept are all who may be near it', () =>
    withRun([], (folder) => {
      const [customers, budget] = [arrowTable(current), ['--budget', '200']];
      const share = [...budget, '--customers', String(current.length)];
      expect(spark(folder, 'appraise', share, streamOf(customers)).code).toBe(0);
      const covered = (...wide: string[]) => {
        writeFileSync(join(folder, 'wide.jsonl'), wide.join('\n'));
        return JSON.parse(String(spark(folder, 'edge', budget).out));
      };
      const kept = readFileSync(join(folder, 'wide.json'), 'utf8');
      expect(covered(kept, kept)).toEqual({ covered: true });
      expect(covered(kept, '{"critical":3,"last":0}')).toEqual({ covered: false });
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
