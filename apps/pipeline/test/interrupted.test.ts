import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { randomSource } from '@clv/contracts';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { signalAtStage } from './at-stage.js';
import { clv } from './clv.js';

const run = ['run', '--customers', '400', '--quiet', '--out', 'out'];
/** How often a run is killed; `.ci/run` does it 200 times. */
const kills = Number(process.env.CLV_KILLS ?? 6);
const files = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);
const visible = (folder: string) => files(folder).filter((name) => !name.startsWith('.'));
const isHidden = (name: string) => name.endsWith('.tmp');
const hidden = (folder: string) => files(folder).filter(isHidden);
/** Results that are being written; the lock is too, for a moment, before any of them. */
const begun = (folder: string) => hidden(folder).filter((name) => !name.startsWith('.clv-lock.'));

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
  it(
    `by SIGKILL, ${kills} times, leaves each file absent, old or complete, and a re-run gives a clean run (row 19)`,
    () =>
      withTemporaryFolder(async (folder) => {
        await clv(run, { cwd: folder });
        const out = join(folder, 'out');
        const began = Date.now();
        const clean = await cleanRun('8');
        const [old, lifetime] = [hashes(out), Date.now() - began];
        const next = randomSource(19);
        for (let i = 0; i < kills; i++) {
          if (i % 3 === 2) rmSync(out, { recursive: true });
          const kill =
            i % 2 === 0
              ? ({ signal: 'SIGKILL', once: () => begun(out).length > 0, after: 250 * next() } as const)
              : ({ signal: 'SIGKILL', once: () => true, after: lifetime * next() } as const);
          await clv([...run, '--seed', '8'], { cwd: folder, kill });
          for (const [name, hash] of Object.entries(hashes(out)))
            expect([old[name], clean[name]]).toContain(hash);
        }
        await clv([...run, '--seed', '8'], { cwd: folder });
        expect(hashes(out)).toEqual(clean);
        expect(hidden(out)).toEqual([]);
      }),
    600_000 + 30_000 * kills,
  );

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s, exits %i and leaves nothing half-written, nor a folder that was made for it',
    (signal, expected) =>
      withTemporaryFolder(async (folder) => {
        const command = ['synth', '--customers', '3000000', '--out', 'made/for/customers.csv'];
        const kill = { signal, once: () => hidden(join(folder, 'made', 'for')).length > 0, after: 100 };
        const { code, stderr } = await clv(command, { cwd: folder, kill });
        expect({ code, stderr }).toEqual({ code: expected, stderr: '\ninterrupted\n' });
        expect(readdirSync(folder)).toEqual([]);
      }),
  );

  it('by SIGINT while results are written on another thread, leaves nothing of them', () =>
    withTemporaryFolder(async (folder) => {
      const out = join(folder, 'out');
      const kill = { signal: 'SIGINT', once: () => begun(out).length > 0, after: 50 } as const;
      const { code } = await clv([...run.with(2, '100000'), '--fast'], { cwd: folder, kill });
      expect({ code, files: readdirSync(out) }).toEqual({ code: 130, files: ['.clv-stages'] });
    }));

  it('by SIGINT at any moment while results are written, leaves nothing unfinished of them either', () =>
    withTemporaryFolder(async (folder) => {
      const out = join(folder, 'out');
      for (const after of [0, 60, 120, 180]) {
        const kill = { signal: 'SIGINT', once: () => begun(out).length > 0, after } as const;
        const { code, stderr } = await clv([...run.with(2, '2000')], { cwd: folder, kill });
        // The file that is named last vouches for the others; a run may still be interrupted after it.
        const isWhole = visible(out).includes('run.json');
        const kept = files(out).filter((name) => name.startsWith('.'));
        expect({ after, code, stderr }).toEqual({ after, code: isWhole && code === 0 ? 0 : 130, stderr: '' });
        expect(isWhole ? [[], ['.clv-stages']] : [['.clv-stages']]).toContainEqual(kept);
        rmSync(out, { recursive: true });
      }
    }));

  it('goes on with --resume from the last stage that it finished, to the same files, and not after a change', () =>
    withTemporaryFolder(async (folder) => {
      const clean = await cleanRun('8');
      const stages = join(folder, 'out', '.clv-stages');
      const finished = () => files(stages).filter((name) => !isHidden(name));
      const before = signalAtStage(folder, 'SIGKILL');
      await clv([...run, '--seed', '8'], { cwd: folder, before });
      const kept = finished();
      expect(kept).toContainEqual(expect.stringMatching(/^churn\./));

      // A stage that is made again is written again.
      const times = () => kept.map((name) => statSync(join(stages, name)).mtimeMs);
      const written = times();
      await clv([...run, '--seed', '8', '--resume'], { cwd: folder, before });
      expect(finished().length).toBeGreaterThan(kept.length);
      expect(times()).toEqual(written);

      await clv([...run, '--seed', '9', '--resume'], { cwd: folder });
      expect(hashes(join(folder, 'out'))).not.toEqual(clean);
      await clv([...run, '--seed', '8', '--resume'], { cwd: folder });
      expect(hashes(join(folder, 'out'))).toEqual(clean);
      expect(existsSync(stages)).toBe(false);
    }));

  const cleanRun = (seed: string) =>
    withTemporaryFolder(async (folder) => {
      await clv([...run, '--seed', seed], { cwd: folder });
      return hashes(join(folder, 'out'));
    });
});
