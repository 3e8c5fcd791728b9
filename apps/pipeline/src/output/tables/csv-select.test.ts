import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { connectTo } from '../../duckdb/connect.js';
import { readRows } from '../../input/read-table.js';
import { withTemporaryFolder } from '../../testing/temporary-folder.js';
import { csvSelect } from './csv-select.js';
import { tableFormat, writeParquet } from './table-format.js';

describe('csvSelect', () => {
  it('keeps the rows in order, of however many threads they come', async () => {
    const connection = await connectTo([]);
    await connection.run(
      "CREATE TABLE long AS SELECT 'K' || lpad(i::VARCHAR, 7, '0') AS id, '-' || i AS change FROM range(1000000) of(i)",
    );
    const select = csvSelect(
      'long',
      new Map([
        ['id', 'text'],
        ['change', 'text'],
      ]),
    );
    await connection.run('SET threads = 4');
    await connection.run(`CREATE TABLE shown AS ${select}`);
    const reader = await connection.runAndReadAll(
      'SELECT count(*) FROM (SELECT id, lag(id) OVER (ORDER BY rowid) AS before FROM shown) WHERE before > id',
    );
    connection.closeSync();
    expect(Number(reader.getRows()[0][0])).toBe(0);
  });

  it('shows what is nested, bytes and moments as a run in memory does', () =>
    withTemporaryFolder(async (folder) => {
      const [input, inMemory, inSql] = ['x.parquet', 'a.csv', 'b.csv'].map((name) => join(folder, name));
      const connection = await connectTo([input]);
      await connection.run(
        `COPY (SELECT [1, 2] AS list, {'a': 0, 'b': '=x'} AS more, 'blob'::BLOB AS bytes, DATE '2025-01-31' AS day,
          TIMESTAMP '2025-01-31 10:00:00.125' AS moment, true AS yes) TO '${input}'`,
      );
      connection.closeSync();
      const { columns: cells, rows } = await readRows(input);
      await tableFormat(inMemory).write([{ rows, columns: cells }], inMemory);
      await writeParquet(input, tableFormat(inSql), inSql);
      expect(readFileSync(inSql, 'utf8')).toBe(readFileSync(inMemory, 'utf8'));
      expect(readFileSync(inSql, 'utf8')).toContain('"[1,2]","{""a"":0,""b"":""=x""}",626c6f62,2025-01-31,');
    }));

  it('shows numbers of every type as a run in memory does', () =>
    withTemporaryFolder(async (folder) => {
      const [input, inMemory, inSql] = ['x.parquet', 'a.csv', 'b.csv'].map((name) => join(folder, name));
      const connection = await connectTo([input]);
      const types = [
        'DOUBLE',
        'FLOAT',
        'DECIMAL(9,3)',
        'DECIMAL(18,4)',
        'DECIMAL(38,10)',
        'DECIMAL(12,0)',
        'BIGINT',
      ];
      const columns = types.map((type, i) => `CAST(x AS ${type}) AS c${i}`).join(', ');
      const values = '(63.38), (-0.25), (114.4125), (0), (29.85), (100), (NULL), (99999.1), (0.004)';
      await connection.run(`COPY (SELECT ${columns} FROM (VALUES ${values}) AS of(x)) TO '${input}'`);
      connection.closeSync();
      const { columns: cells, rows } = await readRows(input);
      await tableFormat(inMemory).write([{ rows, columns: cells }], inMemory);
      await writeParquet(input, tableFormat(inSql), inSql);
      expect(readFileSync(inSql, 'utf8')).toBe(readFileSync(inMemory, 'utf8'));
      expect(readFileSync(inSql, 'utf8').split('\n')[1]).toBe('63.38,63.38,63.38,63.38,63.38,63,63');
    }));
});
