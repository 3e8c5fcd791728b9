import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import {
  type Data,
  Decimal,
  Float32,
  Float64,
  Null,
  Table,
  Utf8,
  Vector,
  makeData,
  tableFromIPC,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow';

import { readTable } from '../src/input/read-table.js';
import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { arrowTable, streamOf } from './arrow-stream.js';
import { clv, plainText, program } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

const rows = customerRows(400);

/** Calls `clv score --stream` in a folder that has a run. */
function stream(folder: string, bytes: Uint8Array, ...flags: string[]) {
  return new Promise<{ code: number | null; out: Uint8Array; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [program, 'score', '--stream', ...flags], {
      cwd: folder,
      env: plainText,
    });
    const chunks: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('close', (code) => resolve({ code, out: Buffer.concat(chunks), stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}

const withRun = (use: (folder: string) => Promise<void>) =>
  withTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'all.csv'), csv(rows));
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
    const run = ['run', '--config', 'clv.config.json', '--input', 'all.csv', '--budget', '40', '--quiet'];
    expect((await clv(run, { cwd: folder })).stderr).toBe('');
    await use(folder);
  });

describe('clv score --stream', () => {
  it('says of every row what clv score writes, in as many batches as came, at the price that is given', () =>
    withRun(async (folder) => {
      const fresh = rows.slice(0, 90).map(({ left: _, ...row }) => row);
      writeFileSync(join(folder, 'new.csv'), csv(fresh));
      const price = ['--shadow-price', '0.2'];
      await clv(['score', '--input', 'new.csv', '--out', 'scored.parquet', '--quiet', ...price], {
        cwd: folder,
      });
      const { columns } = await readTable(join(folder, 'scored.parquet'));
      const { code, out, stderr } = await stream(folder, streamOf(arrowTable(fresh), 50, 51), ...price);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const scored = tableFromIPC(out);
      expect(scored.batches.map(({ numRows }) => numRows)).toEqual([50, 1, 39]);
      for (const { name } of scored.schema.fields.filter((field) => !field.name.startsWith('cost_')))
        expect([name, [...scored.getChild(name)!]]).toEqual([name, columns.get(name)]);
      const offers = [...scored.getChild('recommended_incentive')!];
      expect(new Set(offers).size).toBeGreaterThan(1);
      offers.forEach((offer, i) => {
        const cost = offer === 'none' ? 0 : scored.getChild(`cost_${offer}`)!.get(i);
        expect(cost).toBe(scored.getChild('offer_cost')!.get(i));
      });
    }));

  it('says the same of a customer whoever else is in the batch, such as one whose tenure is blank', () =>
    withRun(async (folder) => {
      const some = arrowTable(rows.slice(0, 60));
      const months = vectorFromArray(
        rows.slice(0, 60).map((row, i) => (i === 30 ? null : Number(row.months))),
        new Float64(),
      );
      const table = some.assign(new Table({ months }));
      const clvs = await Promise.all(
        [[], [29], [30, 31]].map(async (cuts) => {
          const { code, out } = await stream(folder, streamOf(table, ...cuts));
          expect(code).toBe(0);
          return [...tableFromIPC(out).getChild('clv')!];
        }),
      );
      expect(clvs[1]).toEqual(clvs[0]);
      expect(clvs[2]).toEqual(clvs[0]);
    }));

  it('answers a stream without customers by one that has the columns', () =>
    withRun(async (folder) => {
      const { code, out } = await stream(folder, tableToIPC(new Table(arrowTable(rows).schema), 'stream'));
      const scored = tableFromIPC(out);
      expect([code, scored.numRows]).toEqual([0, 0]);
      expect(scored.schema.fields.map(({ name }) => name)).toContain('ev_discount_10');
    }));

  it('reads decimals of 128 and 256 bits, and a column of nothing', () =>
    withRun(async (folder) => {
      const some = arrowTable(rows.slice(0, 40));
      const scores = async (columns: Record<string, Data>) => {
        const table = some.assign(
          new Table(
            Object.fromEntries(Object.entries(columns).map(([name, data]) => [name, new Vector([data])])),
          ),
        );
        const { code, out, stderr } = await stream(folder, streamOf(table));
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        return [...tableFromIPC(out).getChild('clv')!];
      };
      const decimals = (texts: string[], scale: number, bits: number) =>
        makeData({
          type: new Decimal(scale, bits === 128 ? 38 : 76, bits),
          data: Uint32Array.from(
            texts.flatMap((text) => {
              const parts = BigInt(text.replace('.', '')) * 10n ** BigInt(scale - 2);
              return Array.from({ length: bits / 32 }, (_, word) =>
                Number((parts >> BigInt(32 * word)) & 0xffffffffn),
              );
            }),
          ),
        });
      const charges = rows.slice(0, 40).map(({ charge }) => charge);
      const expected = await scores({});
      for (const [scale, bits] of [
        [2, 128],
        [18, 128],
        [2, 256],
      ])
        expect(await scores({ charge: decimals(charges, scale, bits) })).toEqual(expected);
      const blank = vectorFromArray(
        charges.map(() => null),
        new Float64(),
      ).data[0];
      expect(await scores({ calls: makeData({ type: new Null(), length: 40 }) })).toEqual(
        await scores({ calls: blank }),
      );
    }));

  it('scores float32 as clv score does the same in Parquet, to the last digit', () =>
    withRun(async (folder) => {
      const some = rows.slice(0, 60);
      writeFileSync(join(folder, 'some.csv'), csv(some));
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run(
        `COPY (SELECT * REPLACE (charge::FLOAT AS charge) FROM read_csv('${folder}/some.csv')) TO '${folder}/some.parquet'`,
      );
      connection.closeSync();
      const args = ['score', '--input', 'some.parquet', '--out', 'scored.parquet', '--quiet'];
      expect((await clv(args, { cwd: folder })).stderr).toBe('');
      const { columns } = await readTable(join(folder, 'scored.parquet'));
      const charge = vectorFromArray(
        some.map((row) => Number(row.charge)),
        new Float32(),
      );
      const { out } = await stream(folder, streamOf(arrowTable(some).assign(new Table({ charge }))));
      const scored = tableFromIPC(out);
      for (const name of ['p_churn', 'clv', 'expected_value_optimized'])
        expect([name, [...scored.getChild(name)!]]).toEqual([name, columns.get(name)]);
    }));

  it('reads text with decimal commas where the run did', () =>
    withRun(async (folder) => {
      const german = (row: Record<string, string>) => ({ ...row, charge: row.charge.replace('.', ',') });
      writeFileSync(join(folder, 'de.csv'), csv(rows.map(german), ';'));
      writeFileSync(join(folder, 'de.json'), JSON.stringify({ ...customerConfig, decimal: ',' }));
      const run = ['run', '--config', 'de.json', '--input', 'de.csv', '--quiet', '--budget', '40'];
      expect((await clv(run, { cwd: folder })).stderr).toBe('');
      const charge = vectorFromArray(
        rows.map((row) => german(row).charge),
        new Utf8(),
      );
      const scored = async (table: Table) => {
        const { out, stderr } = await stream(folder, streamOf(table, 100));
        expect(stderr).toBe('');
        return ['segment', 'p_churn', 'clv'].map((name) => [...tableFromIPC(out).getChild(name)!]);
      };
      const table = arrowTable(rows);
      expect(await scored(table.assign(new Table({ charge })))).toEqual(await scored(table));
    }));

  it('says that a stream breaks off', () =>
    withRun(async (folder) => {
      const whole = streamOf(arrowTable(rows), 30);
      const { code, stderr } = await stream(folder, whole.subarray(0, whole.length - 500));
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/^error: standard input is an Arrow IPC stream that breaks off.*\n$/),
      });
    }));

  it('refuses a stream that is cut as a batch begins, and tells of one that has no mark of its end', () =>
    withRun(async (folder) => {
      const whole = streamOf(arrowTable(rows), 30);
      const cut = await stream(folder, whole.subarray(0, whole.length - 3));
      expect({ code: cut.code, stderr: cut.stderr }).toEqual({
        code: 1,
        stderr: expect.stringMatching(/^error: standard input is an Arrow IPC stream that breaks off.*\n$/),
      });
      const unmarked = await stream(folder, whole.subarray(0, whole.length - 8));
      expect({ code: unmarked.code, rows: tableFromIPC(unmarked.out).numRows }).toEqual({
        code: 0,
        rows: 400,
      });
      expect(unmarked.stderr).toMatch(/^note: standard input ended without .* after 400 customers: .*\n$/);
      expect((await stream(folder, whole.subarray(0, whole.length - 8), '--quiet')).stderr).toBe('');
    }));

  it('names the row of a fault, counted over all batches, on standard error', () =>
    withRun(async (folder) => {
      const bad = rows.map((row, i) => (i === 30 ? { ...row, charge: '-5' } : row));
      const { code, stderr } = await stream(folder, streamOf(arrowTable(bad), 30, 60), '--json');
      expect(code).toBe(1);
      expect(JSON.parse(stderr).error.faults).toEqual([
        expect.objectContaining({ rule: 'negative', column: 'charge', row: 31 }),
      ]);
    }));

  it('refuses what is no Arrow stream, and one that lacks columns, by the names of all', () =>
    withRun(async (folder) => {
      expect((await stream(folder, Buffer.from('a,b\n1,2\n'))).stderr).toContain('not an Arrow IPC stream');
      const less = tableToIPC(arrowTable(rows).select(['customer', 'months']), 'stream');
      expect((await stream(folder, less)).stderr.match(/standard input: unknown column: .*/g)).toEqual(
        ['contract', 'charge', 'calls'].map((column) => `standard input: unknown column: ${column}`),
      );
    }));
});
