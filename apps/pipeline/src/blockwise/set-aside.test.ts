import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { csv, customerConfig, customerRows } from '../../test/customer-csv.js';
import { parseConfig } from '../config/load-config.js';
import { runEngine } from '../engine/run-engine.js';
import { StageClock, silentObserver } from '../engine/stages/stages.js';
import { withSource } from '../input/open-source.js';
import { readTable } from '../input/read-table.js';
import { writeRejects } from '../output/tables/write-rejects.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { runBlockwise } from './run-blockwise.js';

type Row = Record<string, string>;

/** Rows with faults at both ends, side by side, and wherever blocks of 1,024 begin. */
function faultyRows(count: number): Row[] {
  const rows = customerRows(count).map((row, i): Row => ({
    ...row,
    memo: i % 2 ? 'called' : '',
    left: i % 4 === 0 ? '' : row.left,
  }));
  const plant = (row: number, cells: Row) => Object.assign(rows[row - 1], cells);
  plant(1, { charge: 'abc' });
  plant(2, { charge: '-3.50', left: 'Maybe' });
  plant(3, { charge: '' });
  for (let row = 1020; row < 1030; row++) plant(row, { months: 'soon' });
  plant(1031, { charge: '1e99', calls: 'many' });
  plant(2047, { left: 'perhaps' });
  plant(2049, { charge: '-1' });
  plant(2050, { customer: 'K-7', months: '-1' });
  plant(count, { calls: 'few' });
  return rows;
}

/** Lines that hold no row: cells are missing, are too many, or go on behind a quote. */
const noRows = ['K-900,monthly,5', 'K-901,monthly,5,20,1,Yes,,more', '"K-9"02,yearly,5,20,1,Yes,'];

/** A run in blocks of 1,024, and the tables that it writes. */
function inBlocks(folder: string, input: string, config: object) {
  const files = ['results.parquet', 'campaign.parquet'].map((name) => join(folder, name));
  return withSource(
    input,
    async (source) => {
      const { run, customers, close } = await runBlockwise(
        source,
        parseConfig(config),
        new StageClock(silentObserver),
        { scratch: folder, blockRows: 1024 },
      );
      const tables: Map<string, unknown[]>[] = [];
      for (const [i, { write }] of customers.entries()) {
        await write(files[i]);
        tables.push((await readTable(files[i])).columns);
      }
      close();
      return { run, tables };
    },
    { writes: files },
  );
}

describe('rows with faults in a run in blocks', () => {
  it.each([
    ['customers with ids', {}],
    [
      'customers by number, some held out',
      { roles: { ...customerConfig.roles, id: undefined, exclude: ['customer', 'memo'] }, holdout: 0.2 },
    ],
  ])('are set aside as in memory, and the others get what they get without them: %s', (_, more) =>
    withTemporaryFolder(async (folder) => {
      const [faulty, sound, rejects] = ['faulty.csv', 'sound.csv', 'rejects.csv'].map((name) =>
        join(folder, name),
      );
      const lines = csv(faultyRows(2600)).trimEnd().split('\n');
      lines.splice(1500, 0, ...noRows);
      writeFileSync(faulty, `${lines.join('\n')}\n`);
      const config = { ...customerConfig, budget: 400, fit_rows: 2000, ...more };

      const small = await runEngine(parseConfig({ ...config, input: faulty, rejects, fit_rows: 1_000_000 }));
      const { run, tables } = await inBlocks(folder, faulty, { ...config, rejects });
      const written = async (faults: typeof small.customers.rejects) => {
        await writeRejects(rejects, faults);
        return readFileSync(rejects, 'utf8');
      };
      expect(await written(run.customers.rejects)).toBe(await written(small.customers.rejects));
      expect(run.customers.rows).toBe(small.customers.rows);
      const setAside = (notices: string[]) => notices.filter((text) => text.includes('set aside'));
      expect(setAside(run.summary.notices)).toEqual(setAside(small.summary.notices));
      expect(setAside(run.summary.notices)).toHaveLength(1);

      const gone = new Set(run.customers.rejects.map(({ line }) => line));
      expect(run.customers.rejected).toBe(gone.size);
      writeFileSync(sound, `${lines.filter((_, i) => !gone.has(i + 1)).join('\n')}\n`);
      const without = await inBlocks(folder, sound, config);
      expect(tables).toEqual(without.tables);
      expect(run.customers.sha256).toBe(without.run.customers.sha256);
      expect({ ...run.summary, notices: [] }).toEqual({ ...without.run.summary, notices: [] });
    }),
  );
});
