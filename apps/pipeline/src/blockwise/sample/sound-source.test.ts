import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { InvalidInputError } from '@clv/contracts';
import { table } from 'arquero';
import fc from 'fast-check';

import { csv, customerConfig, customerRows } from '../../../test/customer-csv.js';
import type { Block } from '../../block/block.js';
import { parseConfig } from '../../config/load-config.js';
import { loadCustomers } from '../../engine/customers/load/load-customers.js';
import { soundCustomers } from '../../engine/customers/sound-customers.js';
import { withSource } from '../../input/open-source.js';
import { tableFormat } from '../../output/tables/table-format.js';
import { writeTarget } from '../../output/targets/write-target.js';
import { foundBothWays } from '../../testing/found-both-ways.js';
import { withTemporaryFolder } from '../../testing/temporary-folder.js';
import { soundSource } from './sound-source.js';

type Row = Record<string, string>;

async function expectSame(input: string, rejected: number | undefined, more: object = {}) {
  const { inBlocks, inMemory } = await foundBothWays({ ...customerConfig, input, ...more });
  expect(inBlocks).toEqual(inMemory);
  if (rejected !== undefined) expect(inBlocks.rejected).toBe(rejected);
  return inBlocks;
}

const write = (file: string, columns: Block['columns']) =>
  tableFormat(file).write([{ rows: 200, columns }], file);

const withFile = (name: string, content: string | Buffer, use: (input: string) => Promise<void>) =>
  withTemporaryFolder(async (folder) => {
    const input = join(folder, name);
    writeFileSync(input, content);
    await use(input);
  });

const faults: [column: string, cell: string][] = [
  ['charge', 'abc'],
  ['charge', '-3'],
  ['charge', '-3.50'],
  ['charge', ''],
  ['charge', '1e99'],
  ['months', 'soon'],
  ['months', '-1'],
  ['calls', 'many'],
  ['calls', '1e300'],
  ['customer', 'K-3'],
  ['customer', ' K-3\u00a0'],
  ['customer', ''],
  ['customer', 'n/a'],
  ['left', 'Maybe'],
  ['left', 'YES'],
  ['left', ' '],
  ['customer', 'Total'],
];

const plant = (rows: Row[], planted: readonly { row: number; fault: number }[]) => {
  for (const { row, fault } of planted) rows[row][faults[fault][0]] = faults[fault][1];
  return rows;
};

const columnsOf = (rows: Row[]) =>
  Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])]));

/** As a database would hold it: numbers typed, of which some are negative or blank. */
const typed = (rows: Row[]) => ({
  ...columnsOf(rows),
  charge: Float64Array.from(rows, ({ charge }) => Number(charge || NaN)),
  months: Int32Array.from(rows, ({ months }) => Number(months) | 0),
  calls: Float64Array.from(rows, ({ calls }) => Number(calls)),
});

describe('a source with faults', () => {
  it('is told and set aside as in memory, whatever the faults and wherever they are', () =>
    withTemporaryFolder(async (folder) => {
      const input = join(folder, 'customers.csv');
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ row: fc.nat(199), fault: fc.nat(faults.length - 1) }), { maxLength: 12 }),
          async (planted) => {
            writeFileSync(input, csv(plant(customerRows(200), planted)));
            await expectSame(input, undefined);
          },
        ),
        { numRuns: 12, seed: 42 },
      );
    }));

  const faulty = () =>
    plant(
      customerRows(200),
      faults.map((_, i) => ({ row: 7 + 12 * i, fault: i })),
    );

  it.each<[string, string, (file: string) => unknown]>([
    ['a gzipped CSV', 'x.csv.gz', (file) => writeFileSync(file, gzipSync(csv(faulty())))],
    ['JSON lines', 'x.jsonl', (file) => write(file, columnsOf(faulty()))],
    ['JSON lines of numbers', 'x.jsonl', (file) => write(file, typed(faulty()))],
    ['Parquet', 'x.parquet', (file) => write(file, columnsOf(faulty()))],
    ['Parquet of numbers', 'x.parquet', (file) => write(file, typed(faulty()))],
    [
      'Arrow',
      'x.arrow',
      (file) => writeFileSync(file, table(columnsOf(faulty())).toArrowIPC() as Uint8Array),
    ],
    [
      'Arrow of numbers',
      'x.arrow',
      (file) => writeFileSync(file, table(typed(faulty())).toArrowIPC() as Uint8Array),
    ],
    ['a glob of files, of which one has lines that hold no row', '[ab].csv', writeTwo],
  ])('is told and set aside as in memory: %s', (_, name, writeInput) =>
    withTemporaryFolder(async (folder) => {
      const input = join(folder, name);
      await writeInput(input);
      const { rejected } = await expectSame(input, undefined);
      expect(rejected).toBeGreaterThan(3);
    }),
  );

  it('is told and set aside as in memory: a table of a DuckDB file', () =>
    withTemporaryFolder(async (folder) => {
      const where = `duckdb:${join(folder, 'x.duckdb')}?table=customers`;
      await writeTarget(where).write([{ rows: 200, columns: typed(faulty()) }], 'run');
      const { rejected } = await expectSame(where, undefined);
      expect(rejected).toBeGreaterThan(3);
    }));

  function writeTwo(glob: string) {
    const [header, ...lines] = csv(faulty()).trimEnd().split('\n');
    lines.splice(120, 0, 'K-900,monthly,5', 'K-901,monthly,5,20,1,Yes,more', '"K-9"02,yearly,5,20,1,Yes');
    writeFileSync(glob.replace('[ab]', 'b'), [header, ...lines.slice(90)].join('\n'));
    writeFileSync(glob.replace('[ab]', 'a'), [header, ...lines.slice(0, 90)].join('\n'));
  }

  it('knows what a feature is by all rows: odd cells side by side are faults all the same, and a block of numbers among texts has none', () => {
    const rows = customerRows(1000).map((row, i): Row => ({
      ...row,
      spend: i >= 64 && i < 104 ? 'unknown' : String(i % 90),
      shop: i >= 128 && i < 256 ? String(i % 9) : 'north',
    }));
    return withFile('customers.csv', csv(rows), (input) => expectSame(input, 40).then(() => {}));
  });

  it('is looked at again without the rows set aside, which may have hidden what a feature is', () => {
    // 95 in 101 spend cells are numbers, and 95 in 100 without row 51, whose price is at fault.
    const rows = customerRows(101).map((row, i): Row => ({
      ...row,
      spend: i % 20 === 10 ? 'much' : String(i),
    }));
    rows[50] = { ...rows[50], charge: 'abc' };
    rows[3].spend = 'little';
    return withFile('customers.csv', csv(rows), (input) => expectSame(input, 6).then(() => {}));
  });

  it.each([
    ['the last row alone', [200]],
    ['the last row and one before it', [120, 200]],
    ['none where it is not the last', [120]],
    ['the last two, of which one is the last only without the other', [199, 200]],
  ])('has a row that sums up the others: %s', (_, totals) => {
    const rows = customerRows(200);
    rows[60].charge = 'abc';
    totals.forEach((row, i) =>
      Object.assign(rows[row - 1], { customer: ['Summe:', 'TOTAL'][i], calls: 'x' }),
    );
    return withFile('customers.csv', csv(rows), (input) => expectSame(input, undefined).then(() => {}));
  });

  it('has rows that are unreadable by a cell which no model reads', () => {
    const rows = customerRows(150).map((row): Row => ({ ...row, memo: 'as before' }));
    rows[70].memo = '\u00ff';
    rows[90].charge = 'abc';
    const roles = { ...customerConfig.roles, exclude: ['memo'] };
    return withFile('customers.csv', Buffer.from(csv(rows), 'latin1'), (input) =>
      expectSame(input, 2, { roles }).then(() => {}),
    );
  });

  const refusal = (rows: Row[], more: object = {}) =>
    withTemporaryFolder(async (folder) => {
      const input = join(folder, 'customers.csv');
      writeFileSync(input, csv(rows));
      const config = parseConfig({ ...customerConfig, input, ...more });
      const customers = await loadCustomers(config);
      const told = (work: Promise<unknown>) =>
        work.then(
          () => [],
          ({ faults: found }: InvalidInputError) => found,
        );
      const { schema } = customers;
      return {
        small: await told(soundCustomers(customers, config)),
        large: await told(
          withSource(input, (source) => soundSource(source, schema, config, { blockRows: 64 })),
        ),
      };
    });

  it.each<[string, Row[], object]>([
    ['without a file for them', faulty(), {}],
    ['where no row is left', faulty().map((row) => ({ ...row, charge: 'x' })), { rejects: 'r.csv' }],
    [
      'where a column has the name of a result',
      customerRows(90).map((row) => ({ ...row, clv: '1' })),
      { rejects: 'r.csv' },
    ],
    [
      'where no column is the price',
      customerRows(90),
      { rejects: 'r.csv', roles: { id: 'customer', label: 'left' } },
    ],
    [
      'where columns are not there',
      customerRows(90),
      {
        roles: { ...customerConfig.roles, tenure: 'mnths', segment_features: ['charge', 'cals'] },
        fairness_group: 'contrct',
      },
    ],
  ])('is refused with the same words as in memory %s', async (_, rows, more) => {
    const { small, large } = await refusal(rows, more);
    expect(small.length).toBeGreaterThan(0);
    expect(large).toEqual(small);
  });

  it.each([
    ['refused', {}],
    ['set aside', { rejects: 'r.csv' }],
  ])('is told once that its label is another column, whether other faults are %s', async (_, more) => {
    const rows = customerRows(300).map((row, i) => (i < 70 ? { ...row, contract: '' } : row));
    rows[99].charge = 'abc';
    const roles = { ...customerConfig.roles, label: 'contract' };
    const { small, large } = await refusal(rows, { roles, ...more });
    expect(small.map(({ rule, row }) => [rule, row])).toEqual([
      ['no-labels', undefined],
      ['not-a-number', 100],
    ]);
    expect(large).toEqual(small);
  });

  it('is refused where more rows would be set aside than are held in memory', async () => {
    const rows = customerRows(350).map((row, i) => (i % 3 ? { ...row, charge: 'x' } : row));
    const { large } = await refusal(rows, { rejects: 'r.csv', fit_rows: 200 });
    expect(large).toMatchObject([{ rule: 'many-faults', message: expect.stringContaining('fit_rows, 200') }]);
  });
});
