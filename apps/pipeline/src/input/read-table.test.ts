import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

import { InvalidInputError } from '@clv/contracts';
import { DuckDBInstance } from '@duckdb/node-api';
import { Field, Float64, RecordBatch, RecordBatchStreamWriter, Schema, Struct, makeData } from 'apache-arrow';
import { table } from 'arquero';

import { tableFormat } from '../output/tables/table-format.js';
import { writeTarget } from '../output/targets/write-target.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { withSource } from './open-source.js';
import { readRows, readTable } from './read-table.js';

const ids = ['a', 'b', 'ü😀'];
const amounts = [1.5, -2, 0.1];
const block = { rows: 3, columns: { id: ids, amount: Float64Array.from(amounts) } };
const csv = `id,amount\n${ids.map((id, i) => `${id},${amounts[i]}`).join('\n')}\n`;

const arrow = Buffer.from(table({ id: ids, amount: amounts }).toArrowIPC({ format: 'file' }) as Uint8Array);

/** The same three customers in every kind of file. */
const files: Record<string, (file: string) => unknown> = {
  'x.csv': (file) => writeFileSync(file, csv),
  'mark.csv': (file) => writeFileSync(file, `\uFEFF${csv}`),
  'x.csv.gz': (file) => writeFileSync(file, gzipSync(csv)),
  'x.tsv': (file) => writeFileSync(file, csv.replaceAll(',', '\t')),
  'x.txt': (file) => writeFileSync(file, csv.replaceAll(',', '|').replaceAll('\n', '\r\n')),
  'x.parquet': (file) => tableFormat(file).write([block], file),
  'x.jsonl': (file) => tableFormat(file).write([block], file),
  'x.ndjson': (file) => tableFormat('x.jsonl').write([block], file),
  'x.json': (file) => writeFileSync(file, JSON.stringify(ids.map((id, i) => ({ id, amount: amounts[i] })))),
  'x.arrow': (file) => writeFileSync(file, table({ id: ids, amount: amounts }).toArrowIPC() as Uint8Array),
  'x.ipc': (file) => writeFileSync(file, arrow),
  'odd[1] *.csv': (file) => writeFileSync(file, csv),
};

const compressed = join('test', 'golden', 'compressed-arrow');

const cells = async (input: string, options = {}) =>
  Object.fromEntries((await readTable(input, options)).columns);

describe('readTable', () => {
  it.each(Object.entries(files))('reads %s', (name, write) =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, name);
      await write(file);
      const { id, amount } = await cells(file);
      expect(id).toEqual(ids);
      expect(amount.map(Number)).toEqual(amounts);
    }),
  );

  it.each(['lz4.arrow', 'lz4.arrows', 'zstd.arrow', 'zstd.arrows'])(
    'reads %s, which pyarrow has compressed',
    async (name) => {
      const { customer, contract, months, charge } = await cells(join(compressed, name));
      const rows = [...Array(60).keys()];
      expect(customer).toEqual(rows.map((i) => `K${String(i).padStart(3, '0')}`));
      expect(contract).toEqual(rows.map((i) => ['Monthly', 'Yearly', null][i % 3]));
      expect(months.map(Number)).toEqual(rows.map((i) => i % 12));
      expect(charge.map(Number)).toEqual(rows.map((i) => 20 + i / 4));
    },
  );

  it.each([
    ['lz4.arrow', '04224d18'],
    ['zstd.arrow', '28b52ffd'],
  ])('reads or refuses %s with any byte damaged where a compressed buffer begins', (name, mark) =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, name);
      const whole = readFileSync(join(compressed, name));
      const begin = whole.indexOf(Buffer.from(mark, 'hex'));
      const faults: unknown[] = [];
      for (let at = begin - 8; at < begin + 40; at++) {
        const bytes = Buffer.from(whole);
        bytes[at] ^= 0xff;
        writeFileSync(file, bytes);
        await readTable(file).catch((fault: unknown) => faults.push(fault));
      }
      expect(faults.length).toBeGreaterThan(10);
      for (const fault of faults)
        expect(fault).toMatchObject({ faults: [expect.objectContaining({ rule: 'not-arrow' })] });
    }),
  );

  it('refuses an Arrow file that claims more rows than its cells fill', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.arrow');
      const bytes = Buffer.from(table({ id: ids }).toArrowIPC({ format: 'stream' }) as Uint8Array);
      const rows = Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]);
      let claims = 0;
      for (let at = bytes.indexOf(rows); at >= 0; at = bytes.indexOf(rows, at + 8), claims++)
        bytes.writeBigInt64LE(2n ** 33n, at);
      expect(claims).toBeGreaterThan(0);
      writeFileSync(file, bytes);
      await expect(readTable(file)).rejects.toThrow(
        'x.arrow is not an Arrow file: it is cut off, or damaged',
      );
    }));

  it('reads Parquet files of a glob by the names of their columns, in types that hold the cells of all', () =>
    withTemporaryFolder(async (folder) => {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const write = (file: string, select: string) =>
        connection.run(`COPY (${select}) TO '${folder}/${file}'`);
      await write('a1.parquet', `SELECT 'x' AS id, 3 AS fee`);
      await write('a2.parquet', `SELECT 2.75::DOUBLE AS fee, 'y' AS id`);
      await write('b1.parquet', `SELECT 'x' AS id, 3 AS fee`);
      await write('b2.parquet', `SELECT 'y' AS id, 4 AS fee, 1 AS calls`);
      await write('b3.parquet', `SELECT 4 AS fee, 1 AS calls`);
      connection.closeSync();
      const { columns } = await readTable(join(folder, 'a*.parquet'));
      expect(Object.fromEntries(columns)).toEqual({ id: ['x', 'y'], fee: [3, 2.75] });
      const [first, second, third] = ['b1', 'b2', 'b3'].map((file) => join(folder, `${file}.parquet`));
      await expect(readTable(join(folder, 'b*.parquet'))).rejects.toThrow(
        `${second}: its columns are not those of ${first}: it has calls\n` +
          `${third}: its columns are not those of ${first}: it lacks id, and has calls`,
      );
    }));

  it('reads CSV files of a glob by the names of their columns, and tells the column of a fault', () =>
    withTemporaryFolder(async (folder) => {
      const rows = 30_000;
      const lines = (from: number, line: (i: number) => string) =>
        Array.from({ length: rows }, (_, i) => `${line(from + i)}\n`).join('');
      writeFileSync(join(folder, 'a.csv'), `id,amount,note\n${lines(0, (i) => `${i},${i}.5,a`)}`);
      writeFileSync(join(folder, 'b.csv'), `note,id,amount\n${lines(rows, (i) => `b,${i},${i}.5`)}`);
      writeFileSync(join(folder, 'c.csv'), `id,amount,note\n${lines(2 * rows, (i) => `${i},${i}.5,c`)}`);
      const expected = Array.from({ length: 3 * rows }, (_, i) => i);
      const { columns, linesOf } = await readRows(join(folder, '*.csv'));
      expect(Array.from(columns.id)).toEqual(expected);
      expect(Array.from(columns.amount)).toEqual(expected.map((i) => i + 0.5));
      expect(Array.from(columns.note)).toEqual(expected.map((i) => 'abc'[Math.floor(i / rows)]));
      expect(await linesOf!([rows + 2])).toEqual(
        new Map([[rows + 2, { file: join(folder, 'b.csv'), line: 3 }]]),
      );
      writeFileSync(join(folder, 'b.csv'), Buffer.from('note,id,amount\nb\xfc,1,2\n', 'latin1'));
      expect((await readRows(join(folder, '*.csv'))).faults).toMatchObject([
        { rule: 'not-utf8', column: 'note', line: 2 },
      ]);
      writeFileSync(join(folder, 'b.csv'), 'note,id,id\nb,1,2\n');
      await expect(readRows(join(folder, '*.csv'))).rejects.toThrow(/b\.csv: column id stands twice/);
    }));

  it('reads the files of a glob in the order of their names, and refuses one of another header', () =>
    withTemporaryFolder(async (folder) => {
      for (const [name, row] of [
        ['b.csv', 'b,2'],
        ['a.csv', 'a,1'],
        ['c.csv', 'c,3'],
      ])
        writeFileSync(join(folder, name), `id,amount\n${row}\n`);
      expect(await cells(join(folder, '*.csv'))).toEqual({ id: ['a', 'b', 'c'], amount: ['1', '2', '3'] });
      writeFileSync(join(folder, 'd.csv'), 'id,mount\nd,4\n');
      await expect(readTable(join(folder, '*.csv'))).rejects.toThrow(
        /d\.csv: its columns are not those of .*a\.csv: it lacks amount, and has mount$/,
      );
      writeFileSync(join(folder, 'd.csv'), '');
      await expect(readTable(join(folder, '*.csv'))).rejects.toThrow(/d\.csv is empty$/);
      await expect(readTable(join(folder, 'z*.csv'))).rejects.toThrow(/no file matches/);
    }));

  it.each([
    ['other-separator', 'id;amount\nd;4\n', 'd.csv: its cells are separated by ";", those of'],
    ['other-start', '\n\nid,amount\nd,4\n', 'd.csv: its header is in line 3, that of'],
  ])('tells once of a file of a glob that is written in another way: %s', (rule, text, message) =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'a.csv'), csv);
      writeFileSync(join(folder, 'd.csv'), text);
      const path = join(folder, 'd.csv');
      await expect(readTable(join(folder, '*.csv'))).rejects.toMatchObject({
        faults: [{ rule, path, message: expect.stringContaining(message) }],
      });
    }),
  );

  it('reads a table below blank lines, of one column too, whose blank lines among the rows are rows', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      writeFileSync(file, `\n\n${csv}`);
      expect(await cells(file)).toEqual({ id: ids, amount: amounts.map(String) });
      writeFileSync(file, '\n\nid\na\n\nb\n');
      expect(await cells(file)).toEqual({ id: ['a', null, 'b'] });
      const { linesOf } = await readRows(file);
      expect([...(await linesOf!([1, 2, 3])).values()].map(({ line }) => line)).toEqual([4, 5, 6]);
    }));

  it.each([
    ['{"customers": [{"id": "a"}, {"id": "b"}]}', 'customers'],
    ['{"count": 2, "data": [{"id": "a"}, {"id": "b"}]}', 'data'],
    ['{"id": ["a", "b"], "amount": [1, 2]}', 'id, amount'],
    ['{"id": {"0": "a", "1": "b"}, "amount": {"0": 1, "1": 2}}', 'id, amount'],
  ])('says of a JSON document that wraps its rows, %s, what it is', (text, under) =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.json');
      writeFileSync(file, text);
      await expect(readTable(file)).rejects.toThrow(
        `x.json is one JSON object that holds its rows under ${under}: give an array of objects, or an object a line`,
      );
    }),
  );

  it('takes a single customer with a list for a table of one row', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.json');
      writeFileSync(file, '{"id": "a", "tags": ["x", "y"]}');
      expect(await cells(file)).toEqual({ id: ['a'], tags: ['["x","y"]'] });
    }));

  it('reads a table of a DuckDB file, which a write of the same run replaces and of another adds to', () =>
    withTemporaryFolder(async (folder) => {
      const address = `duckdb:${join(folder, 'x.duckdb')}?table=odd "name"`;
      const { write } = writeTarget(address);
      await write([block], 'may');
      await write([{ rows: 1, columns: { id: ['z'], amount: Float64Array.of(9) } }], 'june');
      await write([block], 'may');
      expect(await cells(address)).toEqual({
        run_id: ['june', 'may', 'may', 'may'],
        id: ['z', ...ids],
        amount: [9, ...amounts],
      });
      const broken = writeTarget(address).write([{ rows: 1, columns: { other: ['x'] } }], 'may');
      await expect(broken).rejects.toThrow(
        `${address}: the table is there already and has no column other; add them, or write to another table`,
      );
      const unlike = writeTarget(address).write([{ rows: 1, columns: { id: ['a'], amount: ['x'] } }], 'may');
      await expect(unlike).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining(`${address}: Conversion Error`),
      });
      expect((await cells(address)).id).toHaveLength(4);
      await expect(readTable(address.replace('odd', 'no'))).rejects.toThrow(/no "name"/);
    }));

  it('keeps what each of many runs has written to a DuckDB file, whenever memory is tidied up', () =>
    withTemporaryFolder(async (folder) => {
      setFlagsFromString('--expose-gc');
      const collectGarbage = runInNewContext('gc') as () => void;
      const address = `duckdb:${join(folder, 'x.duckdb')}?table=runs`;
      const runs = Array.from({ length: 40 }, (_, run) => `run ${String(run).padStart(2, '0')}`);
      for (const run of runs) {
        const written = writeTarget(address).write([{ rows: 1, columns: { id: [run] } }], run);
        setTimeout(collectGarbage, runs.indexOf(run) % 8);
        await written;
      }
      expect((await cells(address)).id).toEqual(runs);
    }));

  it('keeps text of few kinds that holds a zero', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'x.csv'), 'id,kind\n1,a\0b\n2,a\n3,a\0b\n');
      const { columns } = await readRows(join(folder, 'x.csv'));
      expect(Array.from(columns.kind)).toEqual(['a\0b', 'a', 'a\0b']);
    }));

  it('cuts a CSV by a separator that is told', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'x.csv'), 'id||amount\na||1,5\n');
      expect(await cells(join(folder, 'x.csv'), { separator: '||' })).toEqual({ id: ['a'], amount: ['1,5'] });
    }));

  it('reads numbers by the decimal mark that is told, and none that another mark would make another number', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      const cells = [
        '1,5',
        '1.234,50',
        '-0,25',
        '12',
        ' 3,5 ',
        '1.234.567',
        '2,5e3',
        '1.234',
        '2.5',
        '007',
        'x',
        '',
      ];
      writeFileSync(file, ['id;amount', ...cells.map((cell, i) => `1.000.${100 + i};${cell}`)].join('\n'));
      const { columns } = await readRows(file, { decimal: ',', id: 'id' });
      expect(Array.from(columns.amount)).toEqual([
        1.5,
        1234.5,
        -0.25,
        12,
        3.5,
        1234567,
        2500,
        '1.234',
        '2.5',
        '007',
        'x',
        null,
      ]);
      expect(columns.id[0]).toBe('1.000.100');
    }));

  it('finds what each of hundreds of columns holds', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      const kinds = [
        { cells: ['1', '2.5', '3'], read: [1, 2.5, 3] },
        { cells: ['a', 'b', 'a'], read: ['a', 'b', 'a'] },
        { cells: ['01', '', '02'], read: ['01', null, '02'] },
      ];
      const columns = Array.from({ length: 501 }, (_, i) => kinds[i % 3]);
      const lines = [0, 1, 2].map((row) => columns.map(({ cells }) => cells[row]).join(','));
      writeFileSync(file, [columns.map((_, i) => `c${i}`).join(','), ...lines].join('\n'));
      const read = await readRows(file);
      Object.values(read.columns).forEach((cells, i) => expect(Array.from(cells)).toEqual(columns[i].read));
      expect(read.writtenAsText).toEqual(new Set(columns.flatMap((_, i) => (i % 3 === 0 ? `c${i}` : []))));
    }));

  it('keeps hostile headers as they are, and refuses empty and repeated ones by their place (row 12)', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv');
      const names = [
        '__proto__',
        'constructor',
        'toString',
        'A',
        'a',
        '=cmd',
        '"q"',
        '<script>',
        '客户',
        "'; DROP TABLE x",
      ];
      const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
      writeFileSync(file, `${header}\n${names.map((_, i) => i).join(',')}\n`);
      expect([...(await readTable(file)).columns]).toEqual(names.map((name, i) => [name, [String(i)]]));

      writeFileSync(file, 'a,,a,__proto__,__proto__, \n1,2,3,4,5,6\n');
      await expect(readTable(file)).rejects.toMatchObject({
        faults: [
          { rule: 'empty-header', message: expect.stringContaining('column 2 has no name') },
          {
            rule: 'duplicate-header',
            message: expect.stringContaining('column a stands twice (columns 1 and 3)'),
          },
          {
            rule: 'duplicate-header',
            message: expect.stringContaining('__proto__ stands twice (columns 4 and 5)'),
          },
          { rule: 'empty-header', message: expect.stringContaining('column 6 has no name') },
        ],
      });
    }));

  it.each([
    ['x.csv', 'a,b\n1,2\n\xff\xfe,3\n', 'not-utf8'],
    ['x.csv', 'a,b\xfc\n1,2\n', 'not-utf8'],
    ['x.csv', '\xff\xfea\0,\0b\0\n\x001\0,\x002\0\n\0', 'not-utf8'],
    ['x.csv', 'sep=;\r\na;b\r\n1;2\r\n', 'separator-line'],
    ['x.csv', 'sep=,\na,b\n1,2\n', 'separator-line'],
    ['x.csv', '7590-VHVEG,Yes,29.85,Yes\n5575-GNVDE,No,56.95,Yes\n', 'no-header'],
    ['x.csv', '# export of May\na,b\n1,2\n3,4\n', 'title-line'],
    ['x.csv', 'Customers\n\na;b\n1;2\n3;4\n', 'title-line'],
    ['x.csv', 'Customers;;;\n;;;\nid;a;b;c\n1;2;3;4\n', 'title-line'],
    ['x.csv', 'Customers,May,,,\nid,a,b,c,d\n1,2,3,4,5\n', 'title-line'],
    ['x.csv', 'id,,\n1,2,\n3,,\n', 'title-line'],
    ['x.csv', 'id,,\n1,,\n2,,\n', 'empty-header'],
    ['x.csv', 'a,b\n1,"2\n', 'stray-quote'],
    ['x.csv', `"a,b\n${'1,2\n'.repeat(500)}`, 'stray-quote'],
    ['x.csv', 'a,b\n1,2\r\n3,4\n', 'unreadable-table'],
    ['x.csv', '\r\n\r\na,b\n1,2\n3,4\n', 'unreadable-table'],
    ['x.csv', '\n\na,b\r\n1,2\r\n3,4\r\n', 'unreadable-table'],
    ['x.csv', `a,b\n1,${'2'.repeat(1 << 24)}\n`, 'long-line'],
    ['x.parquet', 'PAR1 this is none', 'unreadable-table'],
    ['x.arrow', 'no arrow', 'not-arrow'],
    ['x.arrow', arrow.subarray(0, -9).toString('latin1'), 'not-arrow'],
    ['x.arrow', '\xff\xff\xff\xff\0\0\0\0', 'not-arrow'],
    ['x.json', '{"a": ', 'unreadable-table'],
    ['x.docx', 'x', 'unknown-format'],
    ['x.csv.gz', 'not gzip', 'unreadable-file'],
  ])('refuses %s that holds %.40j', (name, content, rule) =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, name), Buffer.from(content, 'latin1'));
      const error = await readTable(join(folder, name)).catch((fault: unknown) => fault);
      expect(error).toBeInstanceOf(InvalidInputError);
      expect((error as InvalidInputError).faults[0].rule).toBe(rule);
    }),
  );
});

describe('a compressed file', () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => ({ id: `c${i}`, amount: (i * 7919) % 9973 }));
  const texts = {
    'x.csv.gz': `id,amount\n${rows.map(({ id, amount }) => `${id},${amount}\n`).join('')}`,
    'x.jsonl.gz': rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  };
  const damaged = (bytes: Buffer, at: number) => {
    const other = Buffer.from(bytes);
    other[bytes.length + at] ^= 1;
    return other;
  };

  describe.each(Object.entries(texts))('%s', (name, text) => {
    const bytes = gzipSync(text);
    it.each([
      ['lacks its last byte', bytes.subarray(0, -1), /unexpected end of file/],
      ['lacks what comes after its text', bytes.subarray(0, -8), /unexpected end of file/],
      ['lacks its last bytes of text', bytes.subarray(0, -20), /unexpected end of file/],
      ['lacks its second half', bytes.subarray(0, bytes.length / 2), /unexpected end of file/],
      ['has another sum than its text', damaged(bytes, -6), /incorrect data check/],
    ])('is refused by its name where it %s', (_, held, why) =>
      withTemporaryFolder(async (folder) => {
        const file = join(folder, name);
        writeFileSync(file, held);
        const error = await readTable(file).catch((fault: unknown) => fault);
        expect(error).toBeInstanceOf(InvalidInputError);
        expect((error as InvalidInputError).message).toMatch(why);
        expect((error as InvalidInputError).message).toContain(`cannot read ${file}: `);
      }),
    );
  });

  it('is read whole where it was packed in parts, one after the other', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.csv.gz');
      writeFileSync(file, Buffer.concat([gzipSync('id,amount\na,1\n'), gzipSync('b,2\n')]));
      expect((await cells(file)).id).toEqual(['a', 'b']);
    }));
});

describe('an Arrow stream in a file', () => {
  const schema = new Schema([new Field('n', new Float64(), false)]);
  const batches = [0, 1, 2].map(
    (at) =>
      new RecordBatch(
        schema,
        makeData({ type: new Struct(schema.fields), length: 100, children: [numbers(at)] }),
      ),
  );
  const whole = RecordBatchStreamWriter.writeAll(batches).toUint8Array(true);

  function numbers(at: number) {
    return makeData({
      type: new Float64(),
      data: Float64Array.from({ length: 100 }, (_, i) => 100 * at + i),
    });
  }

  const read = (bytes: Uint8Array) =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.arrows');
      writeFileSync(file, bytes);
      const { rows, notices } = await readRows(file);
      return { rows, notices: notices.map((notice) => notice.replace(file, 'x.arrows')) };
    });

  it('is whole where it ends with the mark of its end, and told of where it does not', async () => {
    expect(await read(whole)).toEqual({ rows: 300, notices: [] });
    expect(await read(whole.subarray(0, -8))).toEqual({
      rows: 300,
      notices: [
        "x.arrows ended without Arrow's mark of its end, after 300 customers: if what wrote it broke off, the others are missing.",
      ],
    });
  });

  it.each([1, 4, 7])(
    'is refused where it is cut within the first bytes of a batch, after %i of them',
    (bytes) => expect(read(whole.subarray(0, bytes - 8))).rejects.toThrow(/x\.arrows is not an Arrow file: /),
  );
});

describe('the connection of a source', () => {
  it.each([
    ['reads another file', (folder: string) => `FROM read_csv('${folder}/secret.csv')`],
    ['reads a file by its bytes', (folder: string) => `FROM read_text('${folder}/secret.csv')`],
    ['lists a folder', (folder: string) => `FROM glob('${folder}/*')`],
    ['writes a file', (folder: string) => `COPY (SELECT 1) TO '${folder}/written.csv'`],
    ['opens a database', (folder: string) => `ATTACH '${folder}/other.duckdb'`],
    ['reads over the network', () => `FROM read_csv('https://example.org/x.csv')`],
    ['installs an extension', () => 'INSTALL httpfs'],
    ['loads an extension', () => 'LOAD httpfs'],
    ['opens the doors again', () => 'SET enable_external_access = true'],
    ['names another file as its own', (folder: string) => `SET allowed_paths = ['${folder}/secret.csv']`],
  ])('is refused when it %s', (_, query) =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'x.csv'), csv);
      writeFileSync(join(folder, 'secret.csv'), 'secret\n1\n');
      await withSource(join(folder, 'x.csv'), async ({ connection, relation }) => {
        expect((await connection.runAndReadAll(`SELECT count(*)::INT FROM ${relation}`)).getRows()).toEqual([
          [3],
        ]);
        await expect(connection.runAndReadAll(query(folder))).rejects.toThrow();
      });
    }),
  );
});

describe('readRows', () => {
  it('reads a cell as a number only where it is written again as it came, by us and by SQL', () =>
    withTemporaryFolder(async (folder) => {
      const plain = ['0', '7', '-3', '1299', '0.5', '-0.25', '79.9', '0.0001', '123456789.123456', ''];
      const odd = ['007', '+7', '79.90', '1e3', '-0', '.5', '5.', '0.00001', ' 7', '1,5', 'NaN', '1_0'];
      const long = ['9007199254740993', '0.30000000000000004', '1234567890123456789', '12345678901.25'];
      const all = [...plain, ...plain, ...plain, ...odd, ...long];
      const file = join(folder, 'x.csv');
      writeFileSync(file, `id;n;m\n${all.map((cell, i) => `c${i};${cell};${i / 8}`).join('\n')}\n`);
      const { columns, rows } = await readRows(file);
      expect(rows).toBe(all.length);
      expect(columns.m).toEqual(Float64Array.from(all, (_, i) => i / 8));
      const numbers = Array.from(columns.n).filter((cell) => typeof cell === 'number');
      expect(numbers).toHaveLength(3 * (plain.length - 1));
      expect(Array.from(columns.n, (cell) => (cell === null ? '' : String(cell)))).toEqual(all);

      const again = join(folder, 'again.csv');
      await tableFormat(again).write([{ rows, columns }], again);
      expect((await cells(again)).m).toEqual(all.map((_, i) => String(i / 8)));
    }));
});
