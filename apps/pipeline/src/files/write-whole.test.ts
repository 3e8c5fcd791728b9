import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { jest } from '@jest/globals';
import fc from 'fast-check';

import { type Fate, faultyFiles } from '../testing/faulty-files.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';

const faulty = faultyFiles();
jest.unstable_mockModule('node:fs/promises', () => faulty.module);
const { jsonFile, writeWhole } = await import('./write-whole.js');

const names = ['a.json', 'b.json'];
const documents = (run: string) => names.map((name) => jsonFile(name, () => ({ run, name })));
const write = (folder: string, run: string) =>
  writeWhole(folder, documents(run), (written) => jsonFile('run.json', () => Object.fromEntries(written)));

const contents = (folder: string) =>
  Object.fromEntries(
    [...names, 'run.json']
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

const lay = (folder: string, files: Record<string, string>) =>
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));

/** What a folder holds after a write that nothing befell. */
const clean = (run: string) =>
  withTemporaryFolder(async (folder) => {
    await faulty.live(() => write(folder, run));
    return contents(folder);
  });

/** How many operations a whole write is. */
const operations = () =>
  withTemporaryFolder(async (folder) => {
    await faulty.live(() => write(folder, 'new'), { at: Infinity, when: 'before' });
    return faulty.operations();
  });

describe('writeWhole', () => {
  it('killed at 200 random instants leaves each file absent, old or complete, and a re-run gives a clean run’s files (row 19)', async () => {
    const [before, after, instants] = [await clean('old'), await clean('new'), await operations()];
    const fates = fc.record({
      at: fc.nat(instants - 1),
      when: fc.constantFrom<Fate['when']>('before', 'half', 'after'),
      isFirst: fc.boolean(),
    });
    let killed = 0;
    await fc.assert(
      fc.asyncProperty(fates, ({ isFirst, ...fate }) =>
        withTemporaryFolder(async (folder) => {
          if (!isFirst) lay(folder, before);
          killed += Number(!(await faulty.live(() => write(folder, 'new'), fate)));
          for (const [name, text] of Object.entries(contents(folder)))
            expect([isFirst ? undefined : before[name], after[name]]).toContain(text);
          // What vouches for the others goes first and comes last: where it is there, they are what it vouches for.
          const vouching = contents(folder)['run.json'];
          if (vouching !== undefined)
            expect(contents(folder)).toEqual(vouching === after['run.json'] ? after : before);
          await faulty.live(() => write(folder, 'new'));
          expect(contents(folder)).toEqual(after);
          expect(readdirSync(folder).sort()).toEqual([...names, 'run.json'].sort());
        }),
      ),
      { numRuns: 200, seed: 19 },
    );
    expect(killed).toBe(200);
  });

  it.each(['ENOSPC', 'EACCES', 'EIO'] as const)(
    'told %s at any operation, names the file, and leaves nothing half-written (row 20)',
    async (code) => {
      const instants = await operations();
      const [before, after] = [await clean('old'), await clean('new')];
      for (let at = 0; at < instants; at++)
        await withTemporaryFolder(async (folder) => {
          lay(folder, before);
          const fault = await faulty
            .live(() => write(folder, 'new'), { at, when: 'half', code })
            .catch((error: Error) => error);
          if (fault instanceof Error)
            expect(fault.message).toMatch(new RegExp(`^cannot write ${folder}/(a|b|run)\\.json: ${code}$`));
          for (const [name, text] of Object.entries(contents(folder)))
            expect([before[name], after[name]]).toContain(text);
          expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
        });
    },
  );

  it('removes what a killed process has left, and not what a living one writes', () =>
    withTemporaryFolder(async (folder) => {
      const others = ['.a.json.99999999.tmp', '.z.json.99999999.tmp', `.a.json.${process.ppid}.tmp`];
      for (const name of others) writeFileSync(join(folder, name), '');
      await faulty.live(() => write(folder, 'new'));
      expect(readdirSync(folder).sort()).toEqual([...others.slice(1), ...names, 'run.json'].sort());
    }));
});
