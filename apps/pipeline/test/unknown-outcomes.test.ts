import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RunSummary } from '@clv/contracts';
import { experimentRoles, scenarioRoles } from '@clv/synth';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

type Cells = Record<string, string>;

/** A log of synthetic customers, with a config that knows its columns; `change` sees each row. */
const withLog = (
  change: (row: Cells, i: number) => Cells | undefined,
  use: (folder: string) => Promise<void>,
) =>
  withTemporaryFolder(async (folder) => {
    const synth = ['synth', '--customers', '4000', '--experiment', 'random', '--out', 'log.csv', '--quiet'];
    expect((await clv(synth, { cwd: folder })).code).toBe(0);
    const { features: _, ...roles } = scenarioRoles('telco');
    const config = { roles: { ...roles, ...experimentRoles } };
    writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(config));
    const [header, ...lines] = readFileSync(join(folder, 'log.csv'), 'utf8').trimEnd().split('\n');
    const names = header.split(',');
    const rows = lines.flatMap((line, i) => {
      const cells = line.split(',');
      const row = change(Object.fromEntries(names.map((name, c) => [name, cells[c]])), i);
      return row ? [row] : [];
    });
    const text = [header, ...rows.map((row) => names.map((name) => row[name]).join(','))];
    writeFileSync(join(folder, 'log.csv'), `${text.join('\n')}\n`);
    await use(folder);
  });

const isLost = (i: number) => i % 9 === 4;
const isOutside = (i: number) => i % 10 === 7;
const withUnknown = (row: Cells, i: number): Cells => {
  if (isOutside(i)) return { ...row, offer: '', propensity: '', outcome: '' };
  return isLost(i) ? { ...row, outcome: 'NA' } : row;
};

/** A run of other customers, and what it says of a log. */
async function evaluation(folder: string) {
  const run = ['run', '--customers', '2000', '--seed', '7', '--quiet'];
  expect((await clv(run, { cwd: folder })).code).toBe(0);
  return clv(['evaluate', '--input', 'log.csv', '--json'], { cwd: folder });
}

describe('a log in which not every outcome is known', () => {
  it('judges a policy as the log without those rows does, and says that they were left out', async () => {
    const found: Record<string, unknown>[] = [];
    const without = (row: Cells, i: number) => (isLost(i) || isOutside(i) ? undefined : row);
    for (const change of [withUnknown, without])
      await withLog(change, async (folder) => {
        const { code, stdout } = await evaluation(folder);
        expect(code).toBe(0);
        found.push(JSON.parse(stdout));
      });
    const [{ experiment, warnings, ...told }, { experiment: _, warnings: before, ...apart }] = found;
    expect(told).toEqual(apart);
    expect(warnings).toEqual([
      ...(before as string[]),
      '400 of 4,000 rows name no offer, nor none, and are not part of the experiment',
      expect.stringMatching(/^the outcome of 4\d\d of 3,600 customers is not known/),
    ]);
    const arms = experiment as { offer: string; customers: number; known: number }[];
    expect(arms.map(({ offer }) => offer)).toEqual(['none', 'discount_10', 'discount_5']);
    expect(arms.reduce((sum, { customers }) => sum + customers, 0)).toBe(3600);
  });

  it('does not judge a policy where nothing is known of an offer, nor without the chance of one', () =>
    withLog(
      (row, i) => ({
        ...row,
        ...(row.offer === 'discount_5' && { outcome: '' }),
        ...(i === 3 && { offer: 'none', propensity: '', outcome: '1' }),
      }),
      async (folder) => {
        const { code, stdout } = await evaluation(folder);
        expect(code).toBe(1);
        expect(JSON.parse(stdout).error.faults.map(({ message }: { message: string }) => message)).toEqual([
          expect.stringMatching(
            /^log\.csv: outcome: not known of any of the [\d,]+ customers who got discount_5$/,
          ),
          'log.csv: row 4, propensity: must be above 0 and at most 1: blank',
        ]);
      },
    ));

  it('is judged the same where its numbers have a decimal comma, as those of the run had', () =>
    withLog(withUnknown, async (folder) => {
      const file = (name: string) => join(folder, name);
      const text = readFileSync(file('log.csv'), 'utf8');
      writeFileSync(file('comma.csv'), text.replaceAll(',', ';').replaceAll('.', ','));
      const config = JSON.parse(readFileSync(file('clv.config.json'), 'utf8'));
      writeFileSync(file('comma.json'), JSON.stringify({ ...config, decimal: ',' }));
      const found: unknown[] = [];
      for (const [input, known] of [
        ['log.csv', 'clv.config.json'],
        ['comma.csv', 'comma.json'],
      ]) {
        const run = ['run', '--config', known, '--input', input, '--quiet'];
        expect((await clv(run, { cwd: folder })).code).toBe(0);
        const { code, stdout } = await clv(['evaluate', '--input', input, '--json'], { cwd: folder });
        expect(code).toBe(0);
        found.push(JSON.parse(stdout));
      }
      expect(found[1]).toEqual(found[0]);
    }));

  it('does not judge a policy by outcomes of which all that are known are the same', () =>
    withLog(
      (row) => ({ ...row, outcome: row.outcome === '1' ? '1' : '' }),
      async (folder) => {
        const { code, stdout } = await evaluation(folder);
        expect(code).toBe(1);
        expect(JSON.parse(stdout).error.faults).toEqual([
          expect.objectContaining({ rule: 'one-outcome', column: 'outcome' }),
        ]);
      },
    ));

  it('is learned from, and told of on standard error, in run.json, the summary and the report', () =>
    withLog(
      // Those with the larger discount are asked less often: more of theirs is not known.
      (row, i) =>
        row.offer === 'discount_10' && i % 3 === 0 ? { ...row, outcome: '' } : withUnknown(row, i),
      async (folder) => {
        const flags = ['--config', 'clv.config.json', '--input', 'log.csv'];
        const { code, stderr } = await clv(['run', ...flags], { cwd: folder });
        expect(code).toBe(0);
        expect(stderr).toMatch(
          /no faults; [\d,]+ to prescribe for; \d{3} of the experiment without an outcome/,
        );
        const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
        const { experiment, input } = JSON.parse(read('run.json'));
        expect(input).toMatchObject({ rows: 4000, rejected: 0 });
        const summary = JSON.parse(read('summary.json')) as RunSummary;
        expect(summary.customers).toBe(4000);
        const share = (offer: string, label: string) => {
          const { customers, known } = experiment.find((arm: { offer: string }) => arm.offer === offer);
          return `${((100 * (customers - known)) / customers).toFixed(1)}% of ${label}`;
        };
        const warning = `ifferential attrition: the outcome is not known of ${share('none', 'No offer')}, ${share('discount_10', '10% discount')} and ${share('discount_5', '5% discount')}, which chance does not explain; those who are left may no longer be alike, and then effects are biased`;
        expect(summary.notices).toContain(`D${warning}.`);
        expect(JSON.parse(read('uplift.json')).concerns).toContain(`d${warning}`);
        const report = read('report.html');
        expect(report).toContain(`D${warning}.`);
        expect(report).toContain('In the experiment');
        const validated = await clv(['validate', ...flags, '--json'], { cwd: folder });
        expect(JSON.parse(validated.stdout).notices).toContain(`D${warning}.`);
      },
    ));
});
