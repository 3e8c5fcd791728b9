import { join } from 'node:path';

import { exceedsFitRows } from '../src/blockwise/large-source.js';
import { parseConfig } from '../src/config/load-config.js';
import { readRows, readTable } from '../src/input/read-table.js';
import { tableFormat } from '../src/output/tables/table-format.js';
import { writeTarget } from '../src/output/targets/write-target.js';
import { foundBothWays } from '../src/testing/found-both-ways.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { customerConfig, customerRows } from './customer-csv.js';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres-server.js';

const programs = postgresPrograms();
if (!programs) process.stderr.write('skipped: no PostgreSQL server is installed here (set PG_BIN)\n');

(programs ? describe : describe.skip)('with a real PostgreSQL server', () => {
  let server: PostgresServer;
  const rows = customerRows(300).map((row, i) => (i < 60 ? { ...row, left: '' } : row));

  beforeAll(async () => {
    server = await startPostgres(programs!);
    await server.query('CREATE SCHEMA crm');
    await server.query(
      'CREATE TABLE crm.customers (customer text PRIMARY KEY, contract text, months int, charge numeric(10,2), calls bigint, "left" boolean, note text)',
    );
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
    await server.query(
      `INSERT INTO crm.customers VALUES ${rows
        .map(
          (row) =>
            `(${quoted(row.customer)}, ${quoted(row.contract)}, ${row.months}, ${row.charge}, ${row.calls}, ${
              row.left === '' ? 'NULL' : row.left === 'Yes'
            }, E'a "b",\\n\\\\😀')`,
        )
        .join(', ')}`,
    );
  });
  afterAll(() => server?.stop());

  it('reads a table as it is: numbers, truth values, blanks, and text of every kind', async () => {
    const { columns, name } = await readTable(`${server.url}?table=crm.customers`);
    expect(name).not.toContain('canary');
    const expected = rows.map((row) => Number(row.charge));
    expect([...columns.keys()]).toEqual([
      'customer',
      'contract',
      'months',
      'charge',
      'calls',
      'left',
      'note',
    ]);
    expect(columns.get('charge')).toEqual(expected);
    expect(columns.get('left')).toEqual(rows.map(({ left }) => (left === '' ? null : left === 'Yes')));
    expect(columns.get('note')).toEqual(rows.map(() => 'a "b",\n\\😀'));
  });

  it('keeps every digit of numbers without a size, which ids of other databases become', async () => {
    await server.query(`CREATE TABLE unsized AS
      SELECT (9007199254740993 + i)::numeric AS id, (i * 1.5)::numeric AS money, (10::numeric ^ 38 + i)::numeric(40) AS long
      FROM generate_series(0, 2) AS t(i)`);
    const { columns } = await readTable(`${server.url}?table=unsized`);
    expect(columns.get('id')!.map(String)).toEqual([
      '9007199254740993',
      '9007199254740994',
      '9007199254740995',
    ]);
    expect(columns.get('money')).toEqual([0, 1.5, 3]);
    expect(columns.get('long')!.map(String)).toEqual(
      ['0', '1', '2'].map((last) => `1${'0'.repeat(37)}${last}`),
    );
  });

  it('is asked for no more rows than it takes to know that memory does not hold them', async () => {
    await server.query('CREATE TABLE many AS SELECT i FROM generate_series(1, 5000) AS t(i)');
    const read = async () =>
      Number(
        (await server.query(`SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'many'`))[0]
          .seq_tup_read,
      );
    const before = await read();
    const exceeds = (fit_rows: number) =>
      exceedsFitRows(parseConfig({ input: `${server.url}?table=many`, fit_rows }));
    expect([await exceeds(300), await exceeds(4999)]).toEqual([true, true]);
    expect((await read()) - before).toBe(301 + 5000);
    expect(await exceeds(5000)).toBe(false);
  });

  it('sets rows aside in blocks as in memory', async () => {
    const query = encodeURIComponent(
      `SELECT CASE months WHEN 7 THEN 'K-3' ELSE customer END AS customer, contract, months, calls, "left",
        CASE months WHEN 9 THEN -charge WHEN 11 THEN NULL ELSE charge END AS charge FROM crm.customers ORDER BY substr(customer, 3)::int`,
    );
    const { inBlocks, inMemory } = await foundBothWays({
      ...customerConfig,
      input: `${server.url}?query=${query}`,
    });
    expect(inBlocks).toEqual(inMemory);
    expect(inBlocks.rejected).toBe(rows.filter(({ months }) => ['7', '9', '11'].includes(months)).length);
  });

  it.each([
    ['bigint', ['9007199254740992', '9007199254740993', '1234567890123456789']],
    ['numeric(30)', ['9007199254740993', '100000000000000000000000000001', '7']],
    ['text', [' 007 ', '007', 'a "b",\n\\N']],
  ])('reads ids of %s digit for digit, and writes them so', async (type, ids) => {
    const given = ids.map((id) => `('${id}'::${type})`).join(', ');
    const query = encodeURIComponent(`SELECT id FROM (VALUES ${given}) AS t(id)`);
    const { columns, rows: count } = await readRows(`${server.url}?query=${query}`);
    expect(Array.from(columns.id, String)).toEqual(ids);
    await writeTarget(`${server.url}?table=ids`).write(
      [{ rows: count, columns: { id: Array.from(columns.id) } }],
      type,
    );
    const kept = await server.query(`SELECT id FROM ids WHERE run_id = '${type}'`);
    expect(kept.map(({ id }) => id)).toEqual(ids);
  });

  it('reads what a query gives', async () => {
    const query = encodeURIComponent(
      'SELECT customer, charge * 2 AS twice FROM crm.customers WHERE months > 5 ORDER BY 1;',
    );
    const { columns } = await readTable(`${server.url}?query=${query}`);
    const kept = rows
      .filter(({ months }) => Number(months) > 5)
      .sort((a, b) => (a.customer < b.customer ? -1 : 1));
    expect(columns.get('customer')).toEqual(kept.map(({ customer }) => customer));
    expect(columns.get('twice')).toEqual(kept.map(({ charge }) => Number((2 * Number(charge)).toFixed(2))));
  });

  it.each([
    ['?query=DROP TABLE crm.customers', /syntax error/],
    ['?query=SELECT setval(pg_get_serial_sequence($$x$$,$$y$$), 1)', /relation "x" does not exist/],
    ['?table=crm.custmers', /relation "crm.custmers" does not exist/],
    ['?query=SELECT 1 AS a, 2 AS a', /column a stands twice/],
    ['', /name a table .* or a query/],
  ])('refuses %s by what is wrong with it', async (rest, message) => {
    await expect(readTable(`${server.url}${rest}`)).rejects.toThrow(message);
    expect(await server.query('SELECT count(*)::int AS n FROM crm.customers')).toEqual([{ n: 300 }]);
  });

  it('reads what a query gives that ends in a comment', async () => {
    const query = encodeURIComponent('SELECT customer\nFROM crm.customers -- of all\n');
    const { name, columns } = await readTable(`${server.url}?query=${query}`);
    expect(columns.get('customer')).toHaveLength(rows.length);
    expect(name).not.toContain('\n');
  });

  it('says so where the password is wrong, without telling it', async () => {
    const wrong = server.url.replace(/:[^:@]*@/, ':not-it@');
    await expect(readTable(`${wrong}/x`)).rejects.toThrow(
      /^postgres:\/\/clv:\*\*\*@.*password authentication failed/,
    );
  });

  const block = (ids: string[], values: number[]) => ({
    rows: ids.length,
    columns: { id: ids, 'odd "name"': ids.map(() => 'x\ty\\\n'), value: Float64Array.from(values) },
  });
  const stored = () =>
    server.query('SELECT run_id, id, "odd ""name""" AS odd, value FROM written ORDER BY 1, 2');

  it('writes a table in one transaction, and a run of the same id again in its place', async () => {
    const { write } = writeTarget(`${server.url}/written`);
    await write([block(['a', 'b'], [1, NaN]), block(['c'], [3])], 'may');
    await write([block(['a'], [0.1])], 'june');
    await write([block(['a', 'b'], [5, -2e300])], 'may');
    expect(await stored()).toEqual([
      { run_id: 'june', id: 'a', odd: 'x\ty\\\n', value: 0.1 },
      { run_id: 'may', id: 'a', odd: 'x\ty\\\n', value: 5 },
      { run_id: 'may', id: 'b', odd: 'x\ty\\\n', value: -2e300 },
    ]);
  });

  it('writes a Parquet file of its own as it writes the table itself', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.parquet');
      const table = block(['a', 'b', 'c'], [1.5, NaN, -2e300]);
      await tableFormat(file).write([table], file);
      await writeTarget(`${server.url}/written`).write([table], 'july');
      const before = await stored();
      await writeTarget(`${server.url}/written`).writeFile(file, 'july');
      expect(await stored()).toEqual(before);
    }));

  it('leaves a table as it was when a write fails half-way', async () => {
    const before = await stored();
    function* broken() {
      yield block(['x'], [1]);
      throw new Error('the engine broke');
    }
    const { write } = writeTarget(`${server.url}/written`);
    await expect(write(broken(), 'may')).rejects.toThrow('the engine broke');
    await expect(write([block(['nul\0'], [1])], 'may')).rejects.toThrow(/0x00/);
    await expect(write([{ rows: 1, columns: { other: ['x'] } }], 'may')).rejects.toThrow(
      /has no column other/,
    );
    expect(await stored()).toEqual(before);
  });
});
