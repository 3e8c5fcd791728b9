import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { withTemporaryFolder } from '../../testing/temporary-folder.js';
import { readTable } from '../../input/read-table.js';
import { writeTarget } from '../targets/write-target.js';

describe('a Parquet file that is written to a database', () => {
  it('keeps every digit of ids, and what is nested as JSON', () =>
    withTemporaryFolder(async (folder) => {
      const [parquet, database] = [join(folder, 'x.parquet'), join(folder, 'x.duckdb')];
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run(
        `COPY (SELECT 9007199254740993 + i AS id, (100000000000000000000::HUGEINT + i)::DECIMAL(38, 0) AS account, i AS visits,
          [i] AS tags, {'a': i} AS more, DATE '2025-01-31' AS since FROM range(2) AS t(i)) TO '${parquet}'`,
      );
      connection.closeSync();
      const target = `duckdb:${database}?table=results`;
      await writeTarget(target).writeFile(parquet, 'may');
      const { columns } = await readTable(target);
      expect(Object.fromEntries(columns)).toEqual({
        run_id: ['may', 'may'],
        id: ['9007199254740993', '9007199254740994'],
        account: ['100000000000000000000', '100000000000000000001'],
        visits: [0, 1],
        tags: ['[0]', '[1]'],
        more: ['{"a":0}', '{"a":1}'],
        since: ['2025-01-31', '2025-01-31'],
      });
    }));
});
