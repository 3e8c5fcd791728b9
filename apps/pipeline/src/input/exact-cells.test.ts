import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import {
  Binary,
  DateDay,
  DateMillisecond,
  Int64,
  Table,
  TimestampMillisecond,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';

import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { readRows, readTable } from './read-table.js';

/** Neighbours that are one number to a double, as account numbers of warehouses may be. */
const long = ['9007199254740992', '9007199254740993', '1234567890123456789', '-9007199254740993'];
const short = ['1', '2', '3', '4'];

const rows = (cells: readonly string[]) => cells.map((cell, i) => `(${cell}, ${i}.5)`).join(', ');

async function inDuckDb(file: string, ...queries: string[]) {
  const connection = await (await DuckDBInstance.create(file)).connect();
  for (const query of queries) await connection.run(query);
  connection.closeSync();
}

const writers: [string, (folder: string, ids: readonly string[]) => Promise<string> | string][] = [
  ...['BIGINT', 'DECIMAL(38, 0)'].map(
    (type): [string, (folder: string, ids: readonly string[]) => Promise<string>] => [
      `a Parquet file of ${type}`,
      async (folder, ids) => {
        const file = join(folder, 'x.parquet');
        const select = `SELECT id::${type} AS id, amount FROM (VALUES ${rows(ids)}) AS t(id, amount)`;
        await inDuckDb(':memory:', `COPY (${select}) TO '${file}'`);
        return file;
      },
    ],
  ),
  [
    'a table of a DuckDB file',
    async (folder, ids) => {
      const file = join(folder, 'x.duckdb');
      await inDuckDb(
        file,
        `CREATE TABLE t AS SELECT id::BIGINT AS id, amount FROM (VALUES ${rows(ids)}) AS t(id, amount)`,
      );
      return `duckdb:${file}?table=t`;
    },
  ],
  [
    'JSON lines',
    (folder, ids) => {
      const file = join(folder, 'x.jsonl');
      writeFileSync(file, ids.map((id, i) => `{"id": ${id}, "amount": ${i}.5}\n`).join(''));
      return file;
    },
  ],
  [
    'an Arrow file',
    (folder, ids) => {
      const file = join(folder, 'x.arrow');
      const id = vectorFromArray(ids.map(BigInt), new Int64());
      writeFileSync(file, tableToIPC(new Table({ id, amount: vectorFromArray([0.5, 1.5, 2.5, 3.5]) })));
      return file;
    },
  ],
];

describe('whole numbers', () => {
  it.each(writers)('of %s keep every digit', (_, write) =>
    withTemporaryFolder(async (folder) => {
      const input = await write(folder, long);
      const { columns } = await readRows(input);
      expect(Array.from(columns.id, String)).toEqual(long);
      expect(columns.amount).toEqual(Float64Array.of(0.5, 1.5, 2.5, 3.5));
      expect((await readTable(input)).columns.get('id')!.map(String)).toEqual(long);
    }),
  );

  it.each(writers)('of %s that a double keeps are numbers', (_, write) =>
    withTemporaryFolder(async (folder) => {
      const { columns } = await readRows(await write(folder, short));
      expect(columns.id).toEqual(Float64Array.from(short, Number));
    }),
  );
});

describe('cells that are neither text nor number', () => {
  it('of Parquet are told from each other, nested ones as JSON', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.parquet');
      const select = `SELECT [1, 2] AS list, {'a': 1, 'b': 'x'} AS struct, TIME '01:02:03' AS time,
        '00112233-4455-6677-8899-aabbccddeeff'::UUID AS uuid, '\\x00\\xFF'::BLOB AS bytes`;
      await inDuckDb(':memory:', `COPY (${select}) TO '${file}'`);
      const { columns } = await readRows(file);
      expect(Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[0]]))).toEqual({
        list: '[1,2]',
        struct: '{"a":1,"b":"x"}',
        time: '01:02:03',
        uuid: '00112233-4455-6677-8899-aabbccddeeff',
        bytes: '00ff',
      });
    }));

  it('of Arrow are told from each other, nested ones as JSON', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.arrow');
      const nested = vectorFromArray([{ a: 1, b: [1, 2] }]);
      const bytes = vectorFromArray([Uint8Array.of(0, 255)], new Binary());
      writeFileSync(file, tableToIPC(new Table({ nested, bytes })));
      const { columns } = await readRows(file);
      expect(Array.from(columns.nested)).toEqual(['{"a":1,"b":[1,2]}']);
      expect(Array.from(columns.bytes)).toEqual(['00ff']);
    }));

  it('of Arrow that are dates have no time of day', () =>
    withTemporaryFolder(async (folder) => {
      const file = join(folder, 'x.arrow');
      const dates = [new Date('2025-01-31'), null, new Date('1969-12-31')];
      const [day, milli] = [new DateDay(), new DateMillisecond()].map((type) => vectorFromArray(dates, type));
      const moment = vectorFromArray(dates, new TimestampMillisecond());
      writeFileSync(file, tableToIPC(new Table({ day, milli, moment })));
      const { columns } = await readRows(file);
      expect(Array.from(columns.day)).toEqual(['2025-01-31', null, '1969-12-31']);
      expect(Array.from(columns.milli)).toEqual(['2025-01-31', null, '1969-12-31']);
      expect(Array.from(columns.moment)).toEqual(['2025-01-31 00:00:00', null, '1969-12-31 00:00:00']);
    }));

  it('of Parquet that are decimals of more digits than are read are refused', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'x.parquet'), Buffer.from(decimalOf40Digits.join(''), 'base64'));
      await expect(readRows(join(folder, 'x.parquet'))).rejects.toThrow(
        'charge is a decimal of 40 digits, of which no more than 38 are read',
      );
    }));

  it('of Arrow that are decimals of 32 bits are read with their decimals', () =>
    withTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'x.arrows'), Buffer.from(decimalsOf32Bits.join(''), 'base64'));
      const { columns } = await readTable(join(folder, 'x.arrows'));
      expect(Object.fromEntries(columns)).toEqual({ charge: [1.5, null, -20.25], fee: [0.05, 3, 7.1] });
    }));

  it.each(['jsonl', 'json'])('of a %s column of numbers and texts are the texts, without quotes', (kind) =>
    withTemporaryFolder(async (folder) => {
      const rows = [{ id: 1200 }, { id: 'A1201' }, { id: null }, { id: { of: [1] } }];
      const file = join(folder, `x.${kind}`);
      writeFileSync(
        file,
        kind === 'json' ? JSON.stringify(rows) : rows.map((row) => JSON.stringify(row)).join('\n'),
      );
      const { columns } = await readRows(file);
      expect(Array.from(columns.id)).toEqual(['1200', 'A1201', null, '{"of":[1]}']);
    }),
  );

  it('of whole numbers in one Parquet file and of others in the next are refused where digits would be lost', () =>
    withTemporaryFolder(async (folder) => {
      const write = (file: string, select: string) =>
        inDuckDb(':memory:', `COPY (${select}) TO '${join(folder, file)}'`);
      await write('a1.parquet', 'SELECT 1.5::DOUBLE AS id, 1.5::FLOAT AS code');
      await write('a2.parquet', 'SELECT 7::BIGINT AS id, 16777217 AS code');
      await write('b1.parquet', 'SELECT 9007199254740993 AS id');
      await write('b2.parquet', 'SELECT 2::DOUBLE AS id');
      await write('c1.parquet', 'SELECT 1.5::DOUBLE AS id');
      await write('c2.parquet', 'SELECT 7::BIGINT AS id');
      await expect(readRows(join(folder, 'a*.parquet'))).rejects.toThrow(
        `${join(folder, 'a2.parquet')}: code holds whole numbers (INTEGER) of more digits than FLOAT keeps, as which another file has it: write it as one type`,
      );
      await expect(readRows(join(folder, 'b*.parquet'))).rejects.toThrow(
        `${join(folder, 'b1.parquet')}: id holds whole numbers (BIGINT) of more digits than DOUBLE keeps`,
      );
      expect(Array.from((await readRows(join(folder, 'c*.parquet'))).columns.id)).toEqual([1.5, 7]);
    }));
});

/** 1.50, blank and -20.25, and 0.05, 3 and 7.1, as decimal32(7, 2), written by PyArrow. */
const decimalsOf32Bits = [
  '/////7gAAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAMAAAACAAIAAAABAAIAAAABAAAAAIAAABIAAAABAAAAND///8AAAEHEAAA',
  'ABQAAAAEAAAAAAAAAAMAAABmZWUAuv///wcAAAACAAAAIAAAABAAFAAIAAYABwAMAAAAEAAQAAAAAAABBxAAAAAkAAAABAAAAAAA',
  'AAAGAAAAY2hhcmdlAAAAAAoAEAAEAAgADAAKAAAABwAAAAIAAAAgAAAA/////7gAAAAUAAAAAAAAAAwAFgAGAAUACAAMAAwAAAAA',
  'AwQAGAAAACgAAAAAAAAAAAAKABgADAAEAAgACgAAAFwAAAAQAAAAAwAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAQAAAAAAAAAIAAAA',
  'AAAAAAwAAAAAAAAAGAAAAAAAAAAAAAAAAAAAABgAAAAAAAAADAAAAAAAAAAAAAAAAgAAAAMAAAAAAAAAAQAAAAAAAAADAAAAAAAA',
  'AAAAAAAAAAAABQAAAAAAAACWAAAAAAAAABf4//8AAAAABQAAACwBAADGAgAAAAAAAP////8AAAAA',
];

/** 1.50 as a decimal256(40, 2), written by PyArrow: DuckDB writes none. */
const decimalOf40Digits = [
  'UEFSMRUAFS4VLiwVAhUAFQYVBhwAAAACAAAAAgEAAAAAAAAAAAAAAAAAAAAAlhUEGSw1ABgGc2NoZW1hFQIAFQ4VIhUCGAZj',
  'aGFyZ2UlChUEFVAsXBUEFVAAAAAWAhkcGRwmABwVDhklBgAZGAZjaGFyZ2UVABYCFlQWVCYISRwVABUAFQIAPCkGGSYAAgAA',
  'ABZUFgImCBZUACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZHBwAAACUAAAAUEFSMQ==',
];
