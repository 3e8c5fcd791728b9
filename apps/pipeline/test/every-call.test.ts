import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import {
  cleanly,
  contents,
  distinct,
  expectWhole,
  fated,
  makeWorkshop,
  outcomes,
  run,
  some,
  unlikeRecord,
  withCopy,
} from './fated.js';

let before: string;

beforeAll(async () => (before = await makeWorkshop()));
afterAll(() => rmSync(before, { recursive: true }));

const score = ['score', '--input', '-', '--run', 'out', '--out', 'scores.csv'];
const measure = ['measure', '--run', 'out', '--input', '-', '--experiment', 'deep/er/log.parquet'];
const synth = ['synth', '--customers', '500', '--quiet'];

/** Every command that writes but a run; at which of its calls something befalls it, and what comes on standard input. */
const writers = [
  { name: 'score', args: score, chosen: (places: number[]) => places },
  { name: 'measure', args: measure, chosen: some, stdin: outcomes },
  { name: 'synth', args: [...synth, '--out', 'scores.csv.gz'], chosen: some },
  { name: 'synth of Parquet', args: [...synth, '--out', 'deep/er/synth.parquet'], chosen: some },
  { name: 'init', args: ['init', '--input', 'customers.csv', '--config', 'new.config.json'], chosen: some },
];

describe('at every call that changes a file', () => {
  it.each(writers)(
    'clv $name, killed, leaves whole files, and nothing that the next one does not remove; refused, it names the place',
    async ({ args, chosen, stdin }) => {
      const { clean, calls } = await cleanly(before, args, stdin);
      const places = chosen(distinct(calls.slice(0, calls.lastIndexOf('rename') + 1)));
      const old = contents(before);
      await withCopy(before, async (folder) => {
        // The last one first: who finds a folder that was made is there by fewer calls.
        for (const at of places.toReversed()) {
          expect((await fated(folder, args, { at }, stdin)).code).toBeNull();
          expectWhole(folder, old, clean);
        }
        const { code, stderr } = await fated(folder, args, {}, stdin);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(contents(folder)).toEqual(clean);
      });
      const named = calls.indexOf('rename', calls.indexOf('sync'));
      for (const at of places)
        await withCopy(before, async (folder) => {
          const { code, stderr } = await fated(folder, args, { at, code: 'ENOSPC' }, stdin);
          const isDone = code === 0;
          expect({ at, code, stderr }).toEqual({
            at,
            code: isDone ? 0 : 2,
            stderr: isDone ? '' : expect.stringMatching(/^error: cannot write (?!\S*\/?\.clv)\S+: ENOSPC\n$/),
          });
          // Of two files the first has its name by the time that the second may be refused.
          if (isDone || at <= named) expect(contents(folder)).toEqual(isDone ? clean : old);
          else expectWhole(folder, old, clean);
        });
    },
  );

  it.each([
    { name: 'standard input', args: score },
    { name: 'a file', args: score.with(2, 'customers.csv') },
  ])('clv score of $name, refused what it reads, says what that is by its name', async ({ args }) => {
    const { clean, calls } = await cleanly(before, args, undefined, 'reads');
    const old = contents(before);
    for (const [i, at] of some(distinct(calls)).entries())
      await withCopy(before, async (folder) => {
        const said = i % 2 ? 'EACCES' : 'EIO';
        const { code, stderr } = await fated(folder, args, { at, code: said, thread: 'reads' });
        if (code === 0) expect({ at, stderr }).toEqual({ at, stderr: '' });
        else {
          expect(stderr).toMatch(
            /^error: cannot (read (standard input|customers\.csv|out\/scorer\.json)|write scores\.csv): E\w+\n$/,
          );
          const isOfAsker = said === 'EACCES' && stderr.includes('cannot read');
          expect({ at, code }).toEqual({ at, code: isOfAsker ? 1 : 2 });
        }
        expect(contents(folder)).toEqual(code === 0 ? clean : old);
      });
  });

  it('a run.json vouches for no files but its own, wherever the run is killed that replaces it', async () => {
    const { clean, calls } = await cleanly(before, run);
    await withCopy(before, async (folder) => {
      const [names, out] = [calls.lastIndexOf('rename'), join(folder, 'out')];
      for (const at of [names - 1, names + 1]) {
        expect((await fated(folder, run, { at })).code).toBeNull();
        expectWhole(folder, contents(before), clean);
        if (existsSync(join(out, 'run.json'))) expect(unlikeRecord(out)).toEqual([]);
      }
      expect((await fated(folder, run)).code).toBe(0);
      expect(contents(folder)).toEqual(clean);
    });
  });
});
