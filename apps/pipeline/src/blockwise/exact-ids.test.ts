import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';

import { csv, customerConfig, customerRows } from '../../test/customer-csv.js';
import { parseConfig } from '../config/load-config.js';
import { priorityOutreach } from '../engine/evidence/outreach.js';
import { runInBlocks } from '../testing/run-in-blocks.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';

const config = parseConfig({ ...customerConfig, fit_rows: 2500 });

/** Customers of whom 3,000 have ids of the given kind. */
const named = (idOf: (row: number) => string) =>
  customerRows(3000).map((row, i) => ({ ...row, customer: idOf(i) }));

const kinds: [string, (row: number) => string][] = [
  ['more digits than a double keeps', (row) => String(9_007_199_254_740_993n + BigInt(row))],
  ['zeros before other digits', (row) => (row < 1500 ? String(row) : `00${row - 1500}`)],
];

describe('ids above fit_rows that are text', () => {
  it.each(kinds)('of %s are told apart, and told as they are', (_, idOf) =>
    withTemporaryFolder(async (folder) => {
      const rows = named(idOf);
      const [input, out] = ['customers.csv', 'results.parquet'].map((name) => join(folder, name));
      writeFileSync(input, csv(rows));
      const { run, results } = await runInBlocks(folder, input, out, config);
      const ids = rows.map(({ customer }) => customer);
      expect(results.get('customer')).toEqual(ids);
      const known = new Set(ids);
      const called = priorityOutreach(run, 50).map(({ id }) => id);
      expect(called.length).toBeGreaterThan(10);
      expect(called.filter((id) => !known.has(id))).toEqual([]);
    }),
  );
});

describe('ids above fit_rows that are whole numbers of 128 bits', () => {
  it('are written with every digit', () =>
    withTemporaryFolder(async (folder) => {
      const rows = named((row) => String(9_007_199_254_740_993n + BigInt(row)));
      const [text, file, out] = ['c.csv', 'c.duckdb', 'r.parquet'].map((name) => join(folder, name));
      writeFileSync(text, csv(rows));
      const connection = await (await DuckDBInstance.create(file)).connect();
      await connection.run(
        `CREATE TABLE customers AS SELECT * REPLACE (customer::HUGEINT AS customer), 7::HUGEINT AS few FROM '${text}'`,
      );
      connection.closeSync();
      const { results } = await runInBlocks(folder, `duckdb:${file}?table=customers`, out, config);
      expect(results.get('customer')).toEqual(rows.map(({ customer }) => customer));
      expect(results.get('few')![0]).toBe(7);
    }));
});
