import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { fromCSV } from 'arquero';

import type { MonitorReport } from '../src/monitor/monitor-report.js';
import { clv } from './clv.js';
import { csv, customerConfig, customerRows } from './customer-csv.js';

type Row = Record<string, string>;

/** Runs of the same customers: as they were, a month later, and when prices and calls had doubled. */
async function makeRuns(folder: string) {
  const rows = customerRows(600);
  writeFileSync(join(folder, 'clv.config.json'), JSON.stringify(customerConfig));
  const run = async (out: string, change: (row: Row) => Partial<Row>) => {
    writeFileSync(join(folder, `${out}.csv`), csv(rows.map((row) => ({ ...row, ...change(row) }) as Row)));
    const call = ['run', '--config', 'clv.config.json', '--input', `${out}.csv`, '--out', out, '--quiet'];
    expect(await clv(call, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
  };
  await run('may', () => ({}));
  await run('june', ({ months }) => ({ months: String(Number(months) + 1) }));
  await run('july', ({ charge, calls }) => ({
    charge: String(2 * Number(charge)),
    calls: String(2 * Number(calls)),
  }));
}

describe('clv monitor', () => {
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clv-monitor-'));
    await makeRuns(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function monitor(
    now: string,
    ...flags: string[]
  ): Promise<{ code: number | null; report: MonitorReport }> {
    const call = ['monitor', '--against', 'may', '--run', now, ...flags];
    const { code, stdout } = await clv([...call, '--json'], { cwd: folder });
    return { code, report: JSON.parse(stdout) };
  }

  it('finds that a run lies nowhere from itself', async () => {
    const { code, report } = await monitor('may');
    const { columns, risk } = report.drift;
    expect({ code, psi: [risk, ...columns].map(({ psi }) => psi) }).toEqual({
      code: 0,
      psi: [0, ...columns.map(() => 0)],
    });
  });

  it('passes a run like the earlier one, and exits 3 where a limit is exceeded, which it names', async () => {
    const june = await monitor('june');
    expect(june).toMatchObject({ code: 0, report: { crossed: [], against: 'may', run: 'june' } });
    expect(june.report.segments.migration).toMatchObject({ customers: 600 });
    expect(june.report.drift.columns.every(({ verdict }) => verdict !== 'drifted')).toBe(true);
    expect(june.report.calibration!.customers).toBe(600);

    const july = await monitor('july');
    expect(july.code).toBe(3);
    expect(july.report.crossed.map(({ message }) => message).join('\n')).toContain('charge has drifted');
    expect(july.report.drift.columns[0].psi).toBeGreaterThan(0.25);

    const text = await clv(['monitor', '--against', 'may', '--run', 'july'], { cwd: folder });
    expect(text.code).toBe(3);
    expect(text.stdout).toMatch(/charge has drifted.*\(psi .*limit 0\.25\)/);
    const passes = ['--psi', '9', '--offers', '1', '--migration', '1', '--calibration', '1'];
    expect((await monitor('july', ...passes)).code).toBe(0);
  });

  it('draws no calibration from a run that left those out who had churned', async () => {
    const active = ['run', '--config', 'clv.config.json', '--input', 'june.csv', '--active-only', '--quiet'];
    expect(await clv([...active, '--out', 'active'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    const { report } = await monitor('active');
    expect(report.calibration).toBeUndefined();
    expect(report.notices.join(' ')).toContain('--outcomes');
  });

  it('judges the earlier model by what became of its customers, those with an offer left out', async () => {
    const rows = customerRows(600).map((row) => ({ ...row, left: 'Yes' }));
    writeFileSync(join(folder, 'outcomes.csv'), csv(rows.slice(0, 500)));
    const { code, report } = await monitor('june', '--outcomes', 'outcomes.csv');
    expect(code).toBe(3);
    expect(report.calibration).toMatchObject({ observed: 1 });
    expect(report.calibration!.customers).toBeLessThan(500);
    expect(report.crossed).toContainEqual(expect.objectContaining({ limit: 'calibration' }));
  });

  it('leaves out whose outcome is not known yet, among others whose is, and says how many', async () => {
    const rows = customerRows(600).map((row, i) => ({ ...row, left: i % 3 === 0 ? '' : row.left }));
    writeFileSync(join(folder, 'some.csv'), csv(rows.slice(0, 500)));
    const { report } = await monitor('june', '--outcomes', 'some.csv');
    const results = readFileSync(join(folder, 'may', 'retention_results.csv'), 'utf8');
    const offers = fromCSV(results).array('recommended_incentive') as string[];
    const without = [...offers.keys()].filter((row) => offers[row] === 'none');
    const known = without.filter((row) => row < 500 && row % 3 > 0);
    expect(report.calibration).toMatchObject({
      customers: known.length,
      observed: known.filter((row) => rows[row].left === 'Yes').length / known.length,
    });
    const told = report.notices.map((notice) => notice.replace(/ customers of may are left out.*:/, ''));
    expect(told).toEqual([
      expect.stringMatching(`^${600 - without.length} they were to get an offer`),
      `${without.length - known.length} their outcome is not known yet.`,
    ]);
  });

  it('judges the earlier model by those alone who got no offer in an experiment', async () => {
    const got = (i: number) => (i % 2 === 0 ? 'none' : 'call');
    const log = customerRows(600).map((row, i) => {
      const left = got(i) === 'call' ? 'No' : row.left;
      return { ...row, left, got: got(i), chance: '0.5', back: left === 'Yes' ? '0' : '1' };
    });
    writeFileSync(join(folder, 'log.csv'), csv(log));
    const { roles } = customerConfig;
    const config = {
      roles: { ...roles, offer: 'got', propensity: 'chance', outcome: 'back' },
      offers: [{ id: 'none' }, { id: 'call', cost: 1 }],
    };
    writeFileSync(join(folder, 'log.json'), JSON.stringify(config));
    const run = ['run', '--config', 'log.json', '--input', 'log.csv', '--out', 'log', '--quiet'];
    expect(await clv(run, { cwd: folder })).toMatchObject({ code: 0, stderr: '' });
    const { report } = await monitor('log', '--psi', '9');
    const untreated = log.filter((row) => row.got === 'none');
    expect(report.calibration).toMatchObject({
      customers: 300,
      observed: untreated.filter(({ left }) => left === 'Yes').length / 300,
    });
    expect(report.notices[0]).toMatch(
      /^300 customers of log are left out of the calibration: they got an offer/,
    );
  });

  it('refuses outcomes of customers who stand twice, of others, or that are no label, and names the file', async () => {
    const rows = customerRows(600);
    const told = async (table: Row[]) => {
      writeFileSync(join(folder, 'odd.csv'), csv(table));
      const call = ['monitor', '--against', 'may', '--run', 'june', '--outcomes', 'odd.csv'];
      const { code, stderr } = await clv(call, { cwd: folder });
      return [code, stderr];
    };
    expect(await told([...rows, { ...rows[4], left: 'No' }])).toEqual([
      1,
      'error: odd.csv: row 601, customer: K-5 stands in row 5 already\n',
    ]);
    expect(await told(rows.map((row) => ({ ...row, customer: `X${row.customer}` })))).toEqual([
      1,
      'error: odd.csv names none of the 600 customers of may; is customer written alike? (it names "XK-1", the run "K-1")\n',
    ]);
    const [code, stderr] = await told(rows.map((row, i) => (i === 4 ? { ...row, left: 'perhaps' } : row)));
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^error: odd\.csv: row 5, left: "perhaps" is not a label/),
    ]);
  });

  it('asks for no table of outcomes where there is one in which none is known', async () => {
    writeFileSync(join(folder, 'none.csv'), csv(customerRows(600).map((row) => ({ ...row, left: '' }))));
    const { report } = await monitor('june', '--outcomes', 'none.csv');
    expect(report.calibration).toBeUndefined();
    expect(report.notices.join(' ')).toMatch(/their outcome is not known yet/);
    expect(report.notices.join(' ')).not.toContain('--outcomes');
  });

  it('refuses a folder that is not a run folder, and an invalid limit', async () => {
    const refusal = async (...flags: string[]) => {
      const { code, stderr } = await clv(['monitor', ...flags], { cwd: folder });
      return [code, stderr];
    };
    expect(await refusal('--against', 'nowhere', '--run', 'may')).toEqual([
      1,
      expect.stringContaining('nowhere is not a run folder'),
    ]);
    await clv(['run', '--customers', '400', '--quiet', '--out', 'strangers'], { cwd: folder });
    expect(await refusal('--against', 'may', '--run', 'strangers')).toEqual([
      1,
      expect.stringMatching(
        /^error: strangers: unknown column: .*\n(error: strangers: unknown column: .*\n)+$/,
      ),
    ]);
    writeFileSync(join(folder, 'less.csv'), 'customer,lift\nK-1,Yes\n');
    expect(await refusal('--against', 'may', '--run', 'june', '--outcomes', 'less.csv')).toEqual([
      1,
      'error: less.csv: unknown column: left (did you mean lift?)\n',
    ]);
    expect(await refusal('--against', 'may', '--run', 'june', '--offers', '2')).toEqual([
      1,
      expect.stringContaining('monitor.offers'),
    ]);
  });
});
