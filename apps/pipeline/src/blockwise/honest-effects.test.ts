import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { randomSource } from '@clv/contracts';

import { csv, customerConfig, customerRows } from '../../test/customer-csv.js';
import { parseConfig } from '../config/load-config.js';
import { runInBlocks } from '../testing/run-in-blocks.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';

type Row = Record<string, string>;

/** Customers who were called or not by lot, and whether they came back, of whom a third are current customers. */
function experiment(count: number): Row[] {
  const next = randomSource(3);
  return customerRows(count).map((row, i): Row => {
    const called = next() < 0.5;
    const back = next() < 0.5 + (called && Number(row.calls) > 2 ? 0.3 : 0);
    return { ...row, left: i % 3 ? row.left : '', got: called ? 'call' : 'none', back: back ? '1' : '0' };
  });
}

const config = parseConfig({
  ...customerConfig,
  roles: { ...customerConfig.roles, offer: 'got', outcome: 'back' },
  offers: [
    { id: 'none', label: 'Nothing' },
    { id: 'call', label: 'A call', cost: 1 },
  ],
  fit_rows: 1000,
});

/** What a call is said to be worth to each customer, by their id, and who is in the sample. */
const worthOfCall = (rows: Row[]) =>
  withTemporaryFolder(async (folder) => {
    const [input, out] = ['log.csv', 'results.parquet'].map((name) => join(folder, name));
    writeFileSync(input, csv(rows));
    const { run, results } = await runInBlocks(folder, input, out, config);
    const ids = results.get('customer') as string[];
    const worth = new Map(ids.map((id, i) => [id, results.get('ev_call')![i] as number]));
    return { worth, sampled: Array.from(run.prescribed.id.cells, String) };
  });

describe('effects in a run in blocks', () => {
  it('do not depend, for anyone in the sample, on their own outcome: with another outcome theirs are the same, and others differ', async () => {
    const rows = experiment(2400);
    const before = await worthOfCall(rows);
    expect(before.sampled.length).toBeGreaterThan(200);
    expect(before.worth.size).toBe(800);
    const others = [...before.worth.keys()].filter((id) => !before.sampled.includes(id));
    const own = before.sampled[77];
    const after = await worthOfCall(
      rows.map((row) => (row.customer === own ? { ...row, back: row.back === '1' ? '0' : '1' } : row)),
    );
    expect(after.sampled).toEqual(before.sampled);
    expect(after.worth.get(own)).toBe(before.worth.get(own));
    const moved = (ids: string[]) => ids.filter((id) => after.worth.get(id) !== before.worth.get(id)).length;
    expect(moved(others)).toBeGreaterThan(others.length / 2);
    expect(moved(before.sampled)).toBeGreaterThan(before.sampled.length / 4);
  });
});
