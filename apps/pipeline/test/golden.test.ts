import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { fromCSV } from 'arquero';
import { clv } from './clv.js';

const golden = join(process.cwd(), 'test/golden/run-v1');
const run = mkdtempSync(join(tmpdir(), 'clv-golden-'));
afterAll(() => rmSync(run, { recursive: true }));

for (const file of readdirSync(golden))
  if (file.endsWith('.gz'))
    writeFileSync(join(run, file.slice(0, -3)), gunzipSync(readFileSync(join(golden, file))));
  else copyFileSync(join(golden, file), join(run, file));

const rowsOf = (file: string) => fromCSV(readFileSync(file, 'utf8')).objects() as Record<string, unknown>[];

describe('a run folder of the first released format', () => {
  it('scores new customers as it did, within 1e-12', async () => {
    const out = join(run, 'again.csv');
    const call = ['score', '--run', run, '--input', join(run, 'new.csv'), '--out', out];
    expect(await clv(call)).toMatchObject({ code: 0 });
    const [before, now] = [rowsOf(join(run, 'scores.csv')), rowsOf(out)];
    expect(now).toHaveLength(before.length);
    now.forEach((row, i) => {
      expect(Object.keys(row)).toEqual(Object.keys(before[i]));
      for (const [column, value] of Object.entries(before[i]))
        if (typeof value !== 'number') expect(row[column]).toEqual(value);
        else
          expect(Math.abs((row[column] as number) - value)).toBeLessThanOrEqual(
            1e-12 * Math.max(1, Math.abs(value)),
          );
    });
  });

  it("tells a customer's story, and is compared with itself", async () => {
    expect(await clv(['explain', 'C0000001', '--run', run])).toMatchObject({ code: 0 });
    const { stdout } = await clv(['monitor', '--against', run, '--run', run, '--json']);
    const { format, segments, offers } = JSON.parse(stdout);
    expect({ format, migration: segments.migration }).toMatchObject({
      format: 'clv-monitor',
      migration: { customers: 900 },
    });
    for (const { before, now } of offers.offers) expect(now).toBe(before);
  });
});
