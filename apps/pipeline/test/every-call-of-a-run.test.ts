import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import {
  cleanly,
  contents,
  distinct,
  expectWhole,
  fated,
  makeWorkshop,
  run,
  some,
  unlikeRecord,
  withCopy,
} from './fated.js';

/** A run block by block that replaces one in memory. */
const large = [...run.with(2, 'large.config.json'), '--write', 'deep/er/all.parquet'];

/** Each takes two runs or three, beside those of other tests. */
const most = 12;

let before: string;
let ofMany: Awaited<ReturnType<typeof cleanly>>;

beforeAll(async () => {
  before = await makeWorkshop();
  ofMany = await cleanly(before, large);
});
afterAll(() => rmSync(before, { recursive: true }));

describe('a run, at every call that changes a file', () => {
  it('block by block, is killed with whole files left, and --resume comes to the same', async () => {
    const { clean, calls } = ofMany;
    for (const at of some(distinct(calls), most))
      await withCopy(before, async (folder) => {
        const out = join(folder, 'out');
        expect((await fated(folder, large, { at })).code).toBeNull();
        expectWhole(folder, contents(before), clean);
        if (existsSync(join(out, 'run.json'))) expect(unlikeRecord(out)).toEqual([]);
        const { code, stderr } = await fated(folder, [...large, '--resume']);
        expect({ at, code, stderr }).toEqual({ at, code: 0, stderr: '' });
        expect(contents(folder)).toEqual(clean);
      });
  });

  it('block by block, is refused with the place named', async () => {
    const { clean, calls } = ofMany;
    for (const at of some(distinct(calls), most))
      await withCopy(before, async (folder) => {
        const { code, stderr } = await fated(folder, large, { at, code: 'ENOSPC' });
        const isDone = code === 0;
        expect({ at, code, stderr }).toEqual({
          at,
          code: isDone ? 0 : 2,
          stderr: isDone ? '' : expect.stringMatching(/^error: cannot write \S+: ENOSPC\n$/),
        });
        expectWhole(folder, contents(before), clean);
      });
  });

  it('of a few customers, removes what one of many left that was killed as it named its files', async () => {
    const { calls } = ofMany;
    const written = calls.lastIndexOf('sync', calls.lastIndexOf('sync') - 1);
    await withCopy(before, async (folder) => {
      const left = () => Object.keys(contents(folder)).filter((name) => name.endsWith('.tmp'));
      await fated(folder, large, { at: calls.indexOf('rename', written) });
      expect(left()).toContainEqual(expect.stringMatching(/retention_results\.parquet/));
      expect((await fated(folder, run)).code).toBe(0);
      expect(left()).toEqual([]);
    });
  });

  it('is killed by what its second thread does, or goes on without it where that is refused', async () => {
    const { clean, calls } = await cleanly(before, run, undefined, 'second');
    for (const at of some(distinct(calls), most))
      await withCopy(before, async (folder) => {
        expect((await fated(folder, run, { at, thread: 'second' })).code).toBeNull();
        expectWhole(folder, contents(before), clean);
        const refused = await fated(folder, run, { at, code: 'ENOSPC', thread: 'second' });
        expect({ at, code: refused.code, stderr: refused.stderr }).toEqual({ at, code: 0, stderr: '' });
        expect(contents(folder)).toEqual(clean);
      });
  });
});
