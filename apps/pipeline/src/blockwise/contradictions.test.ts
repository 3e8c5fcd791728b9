import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { csv, customerConfig, customerRows } from '../../test/customer-csv.js';
import { parseConfig } from '../config/load-config.js';
import type { EngineRun } from '../engine/engine-run.js';
import { runEngine } from '../engine/run-engine.js';
import { withSource } from '../input/open-source.js';
import { reportHtml } from '../report/report-html.js';
import { runInBlocks } from '../testing/run-in-blocks.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { validateSource } from './validate-source.js';

const config = parseConfig({
  ...customerConfig,
  roles: { ...customerConfig.roles, offer: 'got', outcome: 'kept' },
  offers: [{ id: 'none' }, { id: 'call', cost: 1 }],
  fit_rows: 800,
});

/** Every other one was called; of five the label says that they left, and the outcome that they stayed. */
const rows = customerRows(1200).map((row, i): Record<string, string> => {
  const left = i < 5 || row.left === 'Yes';
  return {
    ...row,
    left: left ? 'Yes' : 'No',
    got: i % 2 ? 'call' : 'none',
    kept: i >= 5 && left ? '0' : '1',
  };
});

it('label and outcome that contradict each other are counted over all rows, in memory and in blocks', () =>
  withTemporaryFolder(async (folder) => {
    const input = join(folder, 'log.csv');
    writeFileSync(input, csv(rows));
    const inMemory = await runEngine(parseConfig({ ...config, input, fit_rows: 1_000_000 }));
    const { run: inBlocks } = await runInBlocks(folder, input, join(folder, 'results.parquet'), config);
    expect(inBlocks.fitted).toEqual({ rows: 800, of: 1200 });
    const said =
      'left and kept contradict each other for 5 of the 1,200 customers of the experiment for whom both are known: 5 customers left by left and stayed by kept, 0 the other way round.';
    const told = ({ summary }: EngineRun) => summary.notices.filter((notice) => notice.startsWith(said));
    for (const run of [inMemory, inBlocks]) {
      expect(told(run)).toHaveLength(1);
      expect(await reportHtml(run)).toContain(said);
    }
    const { notices } = await withSource(input, (source) => validateSource(source, config));
    expect(notices).toContainEqual(expect.stringContaining(said));
  }));
