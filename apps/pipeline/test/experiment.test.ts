import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RunSummary } from '@clv/contracts';
import { experimentRoles, scenarioRoles, synthesize } from '@clv/synth';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

/** The log of a campaign on synthetic customers, and a config that knows its columns. */
async function withLog(use: (folder: string) => Promise<void>) {
  await withTemporaryFolder(async (folder) => {
    const made = await clv(
      ['synth', '--customers', '8000', '--experiment', 'random', '--out', 'log.csv', '--quiet'],
      { cwd: folder },
    );
    expect(made.code).toBe(0);
    const { features: _, ...roles } = scenarioRoles('telco');
    writeFileSync(
      join(folder, 'clv.config.json'),
      JSON.stringify({ roles: { ...roles, ...experimentRoles } }),
    );
    await use(folder);
  });
}

describe('an experiment in the input', () => {
  it('is learned from: the summary says so, and the offers still pay', () =>
    withLog(async (folder) => {
      const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--json', '--dry-run'];
      const { code, stdout } = await clv(run, { cwd: folder });
      expect(code).toBe(0);
      const summary = JSON.parse(stdout) as RunSummary;
      expect(summary.notices.join('\n')).toContain('learned from the experiment');
      expect(summary.net_gain).toBeGreaterThan(0);
    }));

  it('judges a policy made elsewhere, near to what the truth says of it', () =>
    withLog(async (folder) => {
      const other = await clv(['run', '--customers', '4000', '--seed', '7', '--quiet'], { cwd: folder });
      expect(other.code).toBe(0);
      const { code, stdout } = await clv(['evaluate', '--input', 'log.csv', '--json'], { cwd: folder });
      expect(code).toBe(0);
      const { dr, ips } = JSON.parse(stdout);
      const truth = synthesize({ customers: 8000, truth: true });
      const stay = (offer: string) => truth.array(`true_p_stay_${offer}`) as ArrayLike<number>;
      const mean = (values: ArrayLike<number>) =>
        Array.from(values).reduce((sum, value) => sum + value, 0) / 8000;
      // No policy keeps fewer than none at all or more than the strongest offer for everyone, but for sleeping dogs.
      expect(dr.high).toBeGreaterThan(mean(stay('none')) - 0.01);
      expect(dr.low).toBeLessThan(mean(stay('discount_10')) + 0.01);
      expect(dr.high - dr.low).toBeLessThan(ips.high - ips.low);
    }));

  it('must have the columns that are named, and no offer that the run does not know', () =>
    withLog(async (folder) => {
      await clv(['run', '--customers', '1000', '--quiet'], { cwd: folder });
      const missing = await clv(['evaluate', '--input', 'log.csv', '--offer', 'ofer'], { cwd: folder });
      expect(missing).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('unknown column: ofer (did you mean offer?)'),
      });
    }));
});
