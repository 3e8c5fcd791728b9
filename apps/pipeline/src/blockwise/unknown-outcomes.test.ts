import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { randomSource } from '@clv/contracts';
import { crossFitUplift } from '@clv/uplift';

import { csv, customerConfig, customerRows } from '../../test/customer-csv.js';
import { parseConfig } from '../config/load-config.js';
import type { EngineRun } from '../engine/engine-run.js';
import { runEngine } from '../engine/run-engine.js';
import { withSource } from '../input/open-source.js';
import { reportHtml } from '../report/report-html.js';
import { runRecord } from '../run-folder/run-record.js';
import { runInBlocks } from '../testing/run-in-blocks.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { validateSource } from './validate-source.js';

type Row = Record<string, string>;

const blanks = ['', 'NA', 'n/a', 'NULL', 'nan', '#N/A'];

/**
 * Customers of whom three in four were called or not by lot, and whether they came back: of a tenth of them it is not
 * known, and of half of those called if `lossOfCalled` says so. Every third is a current customer.
 */
function experiment(count: number, lossOfCalled = 0.1): Row[] {
  const next = randomSource(3);
  return customerRows(count).map((row, i): Row => {
    const called = next() < 0.5;
    const back = next() < 0.5 + (called && Number(row.calls) > 2 ? 0.3 : 0);
    const lost = next() < (called ? lossOfCalled : 0.1);
    const blank = blanks[i % blanks.length];
    const outside = i % 4 === 0;
    return {
      ...row,
      left: i % 3 ? row.left : blank,
      got: outside ? blank : called ? 'call' : 'none',
      chance: outside ? blank : '0.5',
      back: outside || lost ? blank : back ? 'Yes' : 'no',
    };
  });
}

const config = parseConfig({
  ...customerConfig,
  roles: { ...customerConfig.roles, offer: 'got', propensity: 'chance', outcome: 'back' },
  offers: [
    { id: 'none', label: 'Nothing' },
    { id: 'call', label: 'A call', cost: 1 },
  ],
});

interface Ran {
  run: EngineRun;
  worth: Map<string, number>;
}

/** What a run in memory and a run in blocks say of the same rows, and what each customer's call is worth. */
const bothWays = (
  rows: Row[],
  use: (inMemory: Ran, inBlocks: Ran, input: string) => Promise<void>,
  more = {},
) =>
  withTemporaryFolder(async (folder) => {
    const [input, out] = ['log.csv', 'results.parquet'].map((name) => join(folder, name));
    writeFileSync(input, csv(rows));
    const known = parseConfig({ ...config, ...more });
    const whole = await runEngine(parseConfig({ ...config, input }));
    const { id, decision } = whole.prescribed;
    const worth = new Map(
      Array.from(id.cells, (cell, i) => [String(cell), decision.values.value[2 * i + 1]] as const),
    );
    const { run, results } = await runInBlocks(folder, input, out, known);
    const ids = results.get('customer') as string[];
    const calls = results.get('ev_call') as number[];
    const inBlocks = { run, worth: new Map(ids.map((one, i) => [one, calls[i]])) };
    await use({ run: whole, worth }, inBlocks, input);
  });

const aboutLog = ({ summary }: EngineRun) =>
  summary.notices.filter((notice) => /outcome|no offer|attrition/i.test(notice));

describe('customers of an experiment whose outcome is not known, and customers who took no part', () => {
  const rows = experiment(2400);
  const isKnown = ({ got, back }: Row) => !blanks.includes(got) && !blanks.includes(back);
  const arms = ['none', 'call'].map((offer) => {
    const own = rows.filter(({ got }) => got === offer);
    return { offer, customers: own.length, known: own.filter(isKnown).length };
  });

  it('are prescribed for by a model that is the one of a log without them, in memory and in blocks alike', () =>
    bothWays(rows, async (inMemory, inBlocks) => {
      const current = rows.filter(({ left }) => blanks.includes(left)).map(({ customer }) => customer);
      for (const { run, worth } of [inMemory, inBlocks]) {
        expect([...worth.keys()].sort()).toEqual([...current].sort());
        expect(run.customers.experiment).toEqual({ rows: 2400, arms, range: [0, 1] });
        expect(runRecord(run, new Map()).experiment).toEqual(arms);
        expect(aboutLog(run)).toEqual(aboutLog(inMemory.run));
      }
      for (const [id, value] of inMemory.worth) expect(inBlocks.worth.get(id)).toBeCloseTo(value, 9);

      const kept = rows.filter(isKnown);
      const column = (name: string, read: (cell: string) => unknown = (cell) => cell) =>
        kept.map((row) => read(row[name]));
      const { model } = await crossFitUplift(
        {
          contract: column('contract'),
          months: column('months', Number),
          charge: column('charge', Number),
          calls: column('calls', Number),
          got: column('got'),
          back: column('back', (cell) => Number(cell === 'Yes')),
        },
        {
          offer: 'got',
          outcome: 'back',
          propensity: { none: 0.5, call: 0.5 },
          seed: config.seed,
        },
      );
      for (const { run } of [inMemory, inBlocks])
        expect({ ...run.effects!.model, notices: [] }).toEqual({ ...model, notices: [] });
      const [unknown, all] = [arms[0], arms[1]].reduce(
        ([lost, sum], arm) => [lost + arm.customers - arm.known, sum + arm.customers],
        [0, 0],
      );
      expect(aboutLog(inMemory.run)).toEqual([
        `${2400 - all} of 2,400 rows name no offer, nor none, and are not part of the experiment.`,
        `The outcome of ${unknown} of ${all.toLocaleString('en-US')} customers is not known: the others are taken to represent them.`,
      ]);
      expect(inMemory.run.evidence.effects).toEqual(inBlocks.run.evidence.effects);
      expect(inMemory.run.evidence.effects!.concerns).toEqual([]);
      expect(inMemory.run.evidence.effects!.offers[0].customers).toBe(kept.length);
    }));

  it('are counted over all rows where models are fitted on a sample, and warned of where they depend on the arm', () =>
    bothWays(
      experiment(2400, 0.5),
      async (inMemory, inBlocks, input) => {
        expect(inBlocks.run.fitted).toEqual({ rows: 1200, of: 2400 });
        expect(inBlocks.run.customers.experiment).toEqual(inMemory.run.customers.experiment);
        const told = aboutLog(inMemory.run);
        expect(told.at(-1)).toMatch(
          /^Differential attrition: .* of Nothing and \d\d\.\d% of A call, which chance/,
        );
        expect(aboutLog(inBlocks.run)).toEqual(told);
        const [warning] = inBlocks.run.evidence.effects!.concerns;
        expect(warning).toMatch(/^differential attrition/);
        expect(inMemory.run.evidence.effects!.concerns).toContain(warning);
        for (const { run } of [inMemory, inBlocks])
          expect((await reportHtml(run)).match(/differential attrition/gi)).toHaveLength(1);
        const sound = await withSource(input, (source) =>
          validateSource(source, { ...config, fit_rows: 1200 }),
        );
        expect(sound.notices.slice(-told.length)).toEqual(told);
      },
      { fit_rows: 1200 },
    ));

  it('leave too little to learn from where an arm has lost all, which is found before anything is fitted', () =>
    withTemporaryFolder(async (folder) => {
      const input = join(folder, 'log.csv');
      writeFileSync(input, csv(experiment(2400, 1)));
      const message =
        /log\.csv: offer call: 0 of \d+ customers whose outcome is known, and at least 30 are needed/;
      await expect(runEngine(parseConfig({ ...config, input }))).rejects.toThrow(message);
      await expect(withSource(input, (source) => validateSource(source, config))).rejects.toThrow(message);
    }));

  it('and a column that says yes or nothing is refused, also where models are fitted on a sample', () =>
    withTemporaryFolder(async (folder) => {
      const input = join(folder, 'log.csv');
      writeFileSync(input, csv(rows.map((row) => ({ ...row, back: row.back === 'Yes' ? 'Yes' : '' }))));
      const message = 'log.csv: back: every outcome is 1 or blank, and blank means unknown';
      await expect(runEngine(parseConfig({ ...config, input }))).rejects.toThrow(message);
      const small = { ...config, fit_rows: 1200 };
      await expect(withSource(input, (source) => validateSource(source, small))).rejects.toThrow(message);
    }));

  it('leave too little in a small sample, which is told by its size', () =>
    withTemporaryFolder(async (folder) => {
      const input = join(folder, 'log.csv');
      writeFileSync(input, csv(rows));
      const small = { ...config, fit_rows: 80 };
      await expect(withSource(input, (source) => validateSource(source, small))).rejects.toThrow(
        /log\.csv, 80 rows of it that models are fitted on \(fit_rows\): offer none: \d+ of \d+ customers/,
      );
    }));
});
