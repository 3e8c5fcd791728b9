import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { randomSource } from '@clv/contracts';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

const run = ['run', '--customers', '400', '--quiet', '--out', 'out'];
const visible = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('.'));

const hidden = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('.'));

/** The hash of each file of a run folder, but for `run.json`, which holds how long things took. */
const hashes = (folder: string) =>
  Object.fromEntries(
    visible(folder)
      .filter((name) => name !== 'run.json')
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );

describe('a run that is interrupted', () => {
  it('by SIGKILL while it writes, leaves each file absent, old or complete, and a re-run gives a clean run (row 19)', () =>
    withTemporaryFolder(async (folder) => {
      await clv(run, { cwd: folder });
      const out = join(folder, 'out');
      const [old, clean] = [hashes(out), await cleanRun('8')];
      const next = randomSource(19);
      for (let i = 0; i < 6; i++) {
        const kill = { signal: 'SIGKILL', once: () => hidden(out).length > 0, after: 250 * next() } as const;
        await clv([...run, '--seed', '8'], { cwd: folder, kill });
        for (const [name, hash] of Object.entries(hashes(out)))
          expect([old[name], clean[name]]).toContain(hash);
      }
      await clv([...run, '--seed', '8'], { cwd: folder });
      expect(hashes(out)).toEqual(clean);
      expect(hidden(out)).toEqual([]);
    }));

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s, exits %i and leaves nothing half-written', (signal, expected) =>
    withTemporaryFolder(async (folder) => {
      const command = ['synth', '--customers', '3000000', '--out', 'customers.csv'];
      const kill = { signal, once: () => hidden(folder).length > 0, after: 100 };
      const { code, stderr } = await clv(command, { cwd: folder, kill });
      expect({ code, stderr }).toEqual({ code: expected, stderr: '\ninterrupted\n' });
      expect(readdirSync(folder)).toEqual([]);
    }),
  );

  const cleanRun = (seed: string) =>
    withTemporaryFolder(async (folder) => {
      await clv([...run, '--seed', seed], { cwd: folder });
      return hashes(join(folder, 'out'));
    });
});
