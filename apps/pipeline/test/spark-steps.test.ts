import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Table, tableFromIPC, tableToIPC } from 'apache-arrow';

import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { arrowTable, streamOf } from './arrow-stream.js';
import { clv, plainText, program } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const rows = customerRows(600).map((row, i) => (i % 3 === 0 ? row : { ...row, left: '' }));
const current = rows.filter(({ left }) => left === '');

/** Calls `clv spark` in a folder that has a run. */
function spark(folder: string, step: string, flags: readonly string[], stdin: Uint8Array | string = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'spark', step, ...flags], {
    cwd: folder,
    env: plainText,
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

/** Those of a part of whom it is open what they get, or those of whom it is not. */
function rowsOf(part: Table, which: 'open' | 'done'): Table {
  const rows = [...part.getChild('__clv_open')!].flatMap((open, row) =>
    (open === 1) === (which === 'open') ? [row] : [],
  );
  return rows.map((row) => part.slice(row, row + 1)).reduce((all, row) => all.concat(row), part.slice(0, 0));
}

/**
 * The steps of a run over customers in parts, as Spark would call them.
 *
 * @param drawn the customers who tell where the budget is likely to end.
 * @returns the customers with what was decided for them, some of them late, and how often they were appraised.
 */
function inParts(
  folder: string,
  parts: Record<string, string>[][],
  budget: string[],
  drawn: Record<string, string>[],
) {
  const call = (step: string, flags: readonly string[], stdin?: Uint8Array) => {
    const { code, out, stderr } = spark(folder, step, flags, stdin);
    expect({ step, code, stderr }).toEqual({ step, code: 0, stderr: '' });
    return out;
  };
  const inPart = (part: number, name: string) => join(folder, `part-${part}`, name);
  const joined = ([first, ...others]: Table[]) => tableToIPC(first.concat(...others), 'stream');
  const customers = ['--customers', String(parts.flat().length)];
  call('guess', [...customers, ...budget], streamOf(arrowTable(drawn), 1));
  const appraised = () =>
    parts.map((part, i) => {
      const table = arrowTable(part);
      mkdirSync(inPart(i, '.'), { recursive: true });
      return sideBySide(table, tableFromIPC(call('appraise', ['--sides', `part-${i}`], streamOf(table, 1))));
    });
  const edgeIsCovered = () => {
    const returns = parts.map((_, i) => tableFromIPC(readFileSync(inPart(i, 'returns.arrow'))));
    writeFileSync(join(folder, 'returns.arrow'), joined(returns));
    return (JSON.parse(String(call('edge', budget))) as { covered: boolean }).covered;
  };
  let [found, times] = [appraised(), 1];
  for (; !edgeIsCovered(); times++) {
    copyFileSync(join(folder, 'edge.json'), join(folder, 'wide.json'));
    found = appraised();
  }
  const open = found.map((part) => rowsOf(part, 'open'));
  const near = open.map((part) => tableFromIPC(call('gather', [], streamOf(part))));
  call('settle', budget, joined(near));
  const late = open.map((part, i) =>
    sideBySide(part, tableFromIPC(call('decide', ['--share', inPart(i, 'late.json')], streamOf(part)))),
  );
  const shares = parts.flatMap((_, i) => [inPart(i, 'share.json'), inPart(i, 'late.json')]);
  writeFileSync(
    join(folder, 'shares.jsonl'),
    shares.map((file) => `${readFileSync(file, 'utf8')}\n`).join(''),
  );
  return { done: found.map((part) => rowsOf(part, 'done')), late, times };
}

/** What the policy comes to, as the last step says. */
function figuresOf(folder: string) {
  const job = {
    input: 'all',
    results: 'all',
    rows: 400,
    fitted: null,
    files: ['b', 'a'],
    budget: null,
    spark: '4',
    seconds: {},
  };
  writeFileSync(join(folder, 'job.json'), JSON.stringify(job));
  const { code, out, stderr } = spark(folder, 'finish', ['--out', 'finished'], streamOf(arrowTable(current)));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(String(out));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the steps of clv spark', () => {
  /** Customers whom no offer pays for, so that their budget seems never to end. */
  const hardlyCharged = current.slice(0, 5).map((customer) => ({ ...customer, charge: '0.01' }));
  it.each([
    ['a budget that the lot guesses well', ['--budget', '200'], current, 1],
    ['a budget that it guesses badly', ['--budget', '200'], hardlyCharged, 2],
    ['a budget that it knows nothing of', ['--budget', '200'], [{ ...current[0], charge: '-5' }], 1],
    ['no budget', [], [], 1],
  ] as const)(
    'say of each customer what clv run says, and spend and gain as much, whoever holds whom; with %s',
    (_, flags, drawn, appraisals) => {
      const budget = [...flags];
      return withRun(budget, async (folder) => {
        const parts = [current.slice(0, 1).reverse(), current.slice(21), current.slice(1, 21)];
        const { done, late, times } = inParts(folder, parts, budget, [...drawn]);
        expect(times).toBe(appraisals);
        const decided = [...done, ...late];
        expect(decided.reduce((rows, { numRows }) => rows + numRows, 0)).toBe(current.length);
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
        const { input } = JSON.parse(readFileSync(join(folder, 'finished', 'run.json'), 'utf8'));
        expect(input.files).toEqual({ count: 2, names_sha256: sha256('a\nb') });
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

  it.each([[['--budget', '200']], [[]]])('come to nothing of nobody, who passes on no bytes (%j)', (budget) =>
    withRun(budget, (folder) => {
      const nothing = ['returns.arrow', 'shares.jsonl'];
      for (const name of nothing) writeFileSync(join(folder, name), '');
      const nobody = streamOf(arrowTable(current).slice(0, 0));
      const steps: [step: string, stdin: Uint8Array | string, flags?: string[]][] = [
        ['guess', nobody, ['--customers', '0']],
        ['edge', ''],
        ['settle', ''],
      ];
      for (const [step, stdin, flags = []] of steps)
        expect({ step, ...spark(folder, step, [...budget, ...flags], stdin) }).toMatchObject({
          code: 0,
          stderr: '',
        });
      const { exceptions, spent } = JSON.parse(readFileSync(join(folder, 'settlement.json'), 'utf8'));
      expect({ exceptions, spent }).toEqual({ exceptions: [], spent: 0 });
      expect(figuresOf(folder)).toMatchObject({ customers: 0, offer_spend: 0, net_gain: 0 });
    }),
  );

  it('say of a document of another shape which it is, and what is wrong where in it', () =>
    withRun([], (folder) => {
      const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
      write('returns.csv', 'bin,cost\n1,2\n');
      write('wide.json', '{"critical":"1","last":-1}');
      write('settlement.json', '{"edge":{"critical":-1,"last":-1},"exceptions":[["a"]],"spent":0}');
      write('job.json', '[]');
      write('shares.jsonl', '{"bySegment":[],"byOffer":[]}\n{"bySegment":[{}],"byOffer":[]}\n');
      write('encoding.json', '{"encoding":{"format":"clv-scorer"}}');
      const wrong: [step: string, stdin: string, message: string, flags?: string[]][] = [
        ['plan', '', 'standard input is not JSON: '],
        ['plan', '[]', 'standard input: must be an object: []'],
        ['plan', '{"columns":["a",1]}', 'standard input: columns[1]: must be text: 1'],
        ['appraise', '', 'wide.json: critical: must be a number: "1"'],
        ['gather', '', 'cannot read edge.json, which an earlier step leaves: ENOENT'],
        ['decide', '', 'settlement.json: exceptions[0]: must have 2 entries: ["a"]'],
        ['finish', '', 'shares.jsonl, line 2: bySegment[0].customers: is missing'],
        ['encode', '', 'encoding.json: encoding.format: must be clv-encoding: "clv-scorer"'],
        ['edge', '', 'cannot read returns.arrow, which an earlier step leaves: ENOENT'],
        ['edge', '', 'returns.csv is not an Arrow IPC stream', ['--returns', 'returns.csv']],
        ['guess', 'a,b', 'standard input is not an Arrow IPC stream', ['--budget', '5', '--customers', '9']],
      ];
      for (const [step, stdin, message, flags = []] of wrong) {
        const { code, stderr } = spark(folder, step, flags, stdin);
        expect({ step, code, stderr }).toEqual({
          step,
          code: 1,
          stderr: expect.stringContaining(`error: ${message}`),
        });
      }
    }));

  it('appraise names the row of a fault within its part, on standard error, and nothing is written', () =>
    withRun([], (folder) => {
      const bad = current.map((row, i) => (i === 40 ? { ...row, charge: '-5' } : row));
      writeFileSync(join(folder, 'wide.json'), '{"critical":-1,"last":-1}');
      const { code, stderr } = spark(folder, 'appraise', ['--json'], streamOf(arrowTable(bad), 30, 60));
      expect(code).toBe(1);
      expect(JSON.parse(stderr).error.faults).toEqual([
        expect.objectContaining({ rule: 'negative', column: 'charge', row: 41 }),
      ]);
    }));
});
