import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RunSummary } from '@clv/contracts';
import { experimentRoles, scenarioRoles, synthesize } from '@clv/synth';

import { fromCSV } from 'arquero';

import { withTemporaryFolder } from '../src/testing/temporary-folder.js';
import { clv } from './clv.js';

/** The log of a campaign on synthetic customers, and a config that knows its columns. */
async function withLog(use: (folder: string) => Promise<void>, customers = 8000) {
  await withTemporaryFolder(async (folder) => {
    const made = await clv(
      ['synth', '--customers', String(customers), '--experiment', 'random', '--out', 'log.csv', '--quiet'],
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

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** What a report says, without its drawings. */
const wordsOf = (report: string) =>
  report.replace(/<(svg|style)[^]*?<\/\1>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('an experiment in the input', () => {
  it('is learned from: the summary says so, and the offers still pay', () =>
    withLog(async (folder) => {
      const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--json', '--dry-run'];
      const { code, stdout } = await clv(run, { cwd: folder });
      expect(code).toBe(0);
      const summary = JSON.parse(stdout) as RunSummary;
      expect(summary.notices.join('\n')).toContain('learned from the experiment');
      expect(summary.notices).toContain(
        '10% discount was taken to keep nobody less than 5% discount, as it takes more off the price.',
      );
      expect(summary.net_gain).toBeGreaterThan(0);
    }));

  it('alone tells which discount keeps more, where the config asks for that', () =>
    withLog(async (folder) => {
      const config = JSON.parse(readFileSync(join(folder, 'clv.config.json'), 'utf8'));
      writeFileSync(
        join(folder, 'clv.config.json'),
        JSON.stringify({ ...config, effects: { ladder: false } }),
      );
      const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--json', '--dry-run'];
      const { stdout } = await clv(run, { cwd: folder });
      expect((JSON.parse(stdout) as RunSummary).notices.join('\n')).not.toContain('taken to keep');
    }, 2000));

  it('tells how sure the choice is, and shuns uncertain offers where the config asks for it', () =>
    withLog(async (folder) => {
      const config = JSON.parse(readFileSync(join(folder, 'clv.config.json'), 'utf8'));
      const summaries: RunSummary[] = [];
      const reports: string[] = [];
      for (const risk_aversion of [0, 2]) {
        writeFileSync(join(folder, 'clv.config.json'), JSON.stringify({ ...config, risk_aversion }));
        const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--quiet'];
        expect((await clv(run, { cwd: folder })).code).toBe(0);
        summaries.push(JSON.parse(readFileSync(join(folder, 'out', 'summary.json'), 'utf8')));
        reports.push(wordsOf(readFileSync(join(folder, 'out', 'report.html'), 'utf8')));
      }
      const [bold, cautious] = summaries;
      expect(bold.choice_stability!.offered).toBeGreaterThan(0.5);
      expect(bold.choice_stability!.offered).toBeLessThan(1);
      expect(cautious.choice_stability!.offered).toBeGreaterThan(0.5);
      expect(cautious.intervention_rate).toBeLessThan(bold.intervention_rate);
      expect(cautious.net_gain).toBeLessThan(bold.net_gain);
      for (const report of reports) expect(report).toContain('How sure the choice is');
      expect(reports[0]).not.toContain('is first lowered');
      expect(reports[1]).toContain('each gain is first lowered by 2 standard errors of its effect');
      expect(reports[1]).toContain('every offer that still pays is made');
      expect(reports[1]).toMatch(/would gain \$\d+ for \$\d+, but it is not sure enough/);
      expect(reports[1]).toContain('where more money gains nothing more');
      expect(reports[1]).not.toContain('Of what ours gains');

      // The model of who leaves, and what is told of it, is of those without an offer.
      const log = fromCSV(readFileSync(join(folder, 'log.csv'), 'utf8'));
      const left = Array.from(log.array('churned')).filter((_, row) => log.get('offer', row) === 'none');
      expect(reports[0]).toContain(
        `Of the known outcomes without an offer ${(100 * mean(left as number[])).toFixed(1)}% are churn`,
      );
      expect(reports[0]).toContain(`on ${left.length.toLocaleString('en-US')} customers without an offer`);

      // New customers are decided for with the same caution.
      expect((await clv(['score', '--input', 'log.csv', '--quiet'], { cwd: folder })).code).toBe(0);
      const scored = fromCSV(readFileSync(join(folder, 'scores.csv'), 'utf8'));
      const offered = (scored.array('recommended_incentive') as string[]).filter((offer) => offer !== 'none');
      expect(offered.length / 4000).toBeCloseTo(cautious.intervention_rate, 1);
    }, 4000));

  it('is judged on customers whose outcomes its models had not seen: a curve and a Qini for each offer', () =>
    withLog(async (folder) => {
      const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--quiet'];
      expect((await clv(run, { cwd: folder })).code).toBe(0);
      const { offers, concerns } = JSON.parse(readFileSync(join(folder, 'out', 'uplift.json'), 'utf8'));
      expect(concerns).toEqual([]);
      expect(offers.map(({ offer }: { offer: string }) => offer)).toEqual(['discount_10', 'discount_5']);
      const truth = synthesize({ customers: 8000, truth: true });
      const stay = (offer: string) => mean(truth.array(`true_p_stay_${offer}`) as ArrayLike<number>);
      for (const { offer, curve, qini, averageEffect } of offers) {
        expect(curve[0]).toEqual({ share: 0, gain: 0, low: 0, high: 0 });
        expect(curve.at(-1).share).toBe(1);
        // Offered to everyone, the order no longer matters: what is left is the average effect.
        expect(curve.at(-1).gain).toBeCloseTo(averageEffect.value, 2);
        expect(curve.at(-1).low).toBeCloseTo(averageEffect.low, 2);
        expect(curve.at(-1).high).toBeCloseTo(averageEffect.high, 2);
        const planted = stay(offer) - stay('none');
        expect(averageEffect.low).toBeLessThan(planted);
        expect(averageEffect.high).toBeGreaterThan(planted);
        expect(qini.low).toBeLessThan(qini.value);
        expect(qini.high).toBeGreaterThan(qini.value);
      }
    }));

  it('judges a policy made elsewhere, near to what the truth says of it', () =>
    withLog(async (folder) => {
      const other = await clv(['run', '--customers', '4000', '--seed', '7', '--quiet'], { cwd: folder });
      expect(other.code).toBe(0);
      const { code, stdout } = await clv(['evaluate', '--input', 'log.csv', '--json'], { cwd: folder });
      expect(code).toBe(0);
      const { dr, ips, warnings } = JSON.parse(stdout);
      expect(warnings.join('\n')).not.toContain('learned from');
      const truth = synthesize({ customers: 8000, truth: true });
      const stay = (offer: string) => truth.array(`true_p_stay_${offer}`) as ArrayLike<number>;
      // No policy keeps fewer than none at all or more than the strongest offer for everyone, but for sleeping dogs.
      expect(dr.high).toBeGreaterThan(mean(stay('none')) - 0.01);
      expect(dr.low).toBeLessThan(mean(stay('discount_10')) + 0.01);
      expect(dr.high - dr.low).toBeLessThan(ips.high - ips.low);
    }));

  it('says so where it judges a policy that was learned from it, which looks better there than it is', () =>
    withLog(async (folder) => {
      const run = ['run', '--config', 'clv.config.json', '--input', 'log.csv', '--quiet'];
      expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
      const rows = readFileSync(join(folder, 'log.csv'), 'utf8').split('\n');
      const names = rows[0].split(',');
      const later = rows.slice(1).map((row) => {
        const cells = row.split(',');
        cells[names.indexOf('tenure_months')] = String(Number(cells[names.indexOf('tenure_months')]) + 100);
        return row && cells.join(',');
      });
      writeFileSync(
        join(folder, 'later.csv'),
        [rows[0], ...later.slice(0, 1900), ...rows.slice(1901)].join('\n'),
      );
      const told: string[] = [];
      for (const log of ['log.csv', 'later.csv']) {
        const { code, stdout } = await clv(['evaluate', '--input', log, '--json'], { cwd: folder });
        expect(code).toBe(0);
        told.push(
          ...JSON.parse(stdout).warnings.filter((warning: string) => warning.includes('learned from')),
        );
      }
      expect(told).toEqual([
        expect.stringMatching(
          /^2,000 of these 2,000 customers stand in the run's input with what came of them/,
        ),
        expect.stringMatching(/^100 of these 2,000 customers/),
      ]);
    }, 2000));

  it('must have the columns that are named, and no offer that the run does not know', () =>
    withLog(async (folder) => {
      await clv(['run', '--customers', '1000', '--quiet'], { cwd: folder });
      const columns = ['--offer', 'ofer', '--outcome', 'stayed'];
      const missing = await clv(['evaluate', '--input', 'log.csv', ...columns], { cwd: folder });
      expect({ code: missing.code, errors: missing.stderr.trim().split('\n') }).toEqual({
        code: 1,
        errors: [
          'error: log.csv: unknown column: ofer (did you mean offer?)',
          expect.stringContaining('log.csv: unknown column: stayed'),
        ],
      });
    }));
});
