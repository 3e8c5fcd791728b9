import { InvalidInputError } from '@clv/contracts';
import { columnsOf } from './columns-of.js';
import { allocate, blockRows, fillBlock } from './fill-block.js';
import { planOf } from './options/options.js';
import { scenarioNames, scenarioRoles } from './scenarios/index.js';
import type { Column } from './scenarios/scenario.js';
import { synthesizeBlocks } from './synthesize-blocks.js';
import { synthesizeTransactions } from './synthesize-transactions.js';
import { fillCoded, synthesizeCoded } from './synthesize-coded.js';
import { synthesize, synthesizeColumns, synthesizeRows } from './synthesize.js';

const cells = (...parts: Column[]) => JSON.stringify(parts.flatMap((part) => Array.from<unknown>(part)));

const faultsOf = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults.map(({ path, message }) => [path, message]);
  }
  throw new Error('nothing was refused');
};

describe.each(scenarioNames)('synthesize %s', (scenario) => {
  const small = synthesizeColumns({ scenario, customers: 1000, truth: true });

  it('gives the same first customers however many are asked for', () => {
    const large = synthesizeColumns({ scenario, customers: 10_000, truth: true });
    for (const name in small) expect(large[name].slice(0, 1000)).toEqual(small[name]);
  });

  it('gives the same customers with and without the truth, which is hidden unless asked for', () => {
    const plain = synthesizeColumns({ scenario, customers: 1000 });
    expect(Object.keys(plain).some((name) => name.startsWith('true_'))).toBe(false);
    for (const name in plain) expect(plain[name]).toEqual(small[name]);
  });

  it('gives the same table twice, and another for another seed', () => {
    const of = (seed: number) => JSON.stringify(synthesizeColumns({ scenario, customers: 5, seed }));
    expect(of(7)).toBe(of(7));
    expect(of(7)).not.toBe(of(8));
  });

  it('has a column for every role, and none of the truth among the features', () => {
    const { id, label, price, margin, tenure, sensitivity, segment_features, features } =
      scenarioRoles(scenario);
    const names = Object.keys(small);
    expect(names).toEqual(expect.arrayContaining([id, label, price, margin, tenure, sensitivity]));
    expect(names).toEqual(expect.arrayContaining([...segment_features, ...features]));
    expect([...segment_features, ...features].filter((name) => /^true_|churned/.test(name))).toEqual([]);
  });
});

describe('synthesizeBlocks', () => {
  it('gives the rows of synthesize, block after block', () => {
    const whole = synthesizeColumns({ customers: 40_000 });
    const blocks = [...synthesizeBlocks({ customers: 40_000 })];
    expect(blocks.map(({ offset, rows }) => [offset, rows])).toEqual([
      [0, 16_384],
      [16_384, 16_384],
      [32_768, 7_232],
    ]);
    for (const name in whole)
      expect(cells(...blocks.map(({ columns }) => columns[name])) === cells(whole[name])).toBe(true);
  });
});

describe('synthesizeRows', () => {
  it.each([
    [0, 16_384],
    [16_384, 40_000],
    [16_000, 33_000],
    [39_999, 40_000],
  ])('gives rows %i to %i as they stand in the whole', (from, to) => {
    const options = { customers: 40_000, seed: 3, truth: true };
    const whole = synthesizeColumns(options);
    const some = synthesizeRows(options, from, to);
    expect(Object.keys(some)).toEqual(Object.keys(whole));
    for (const name in whole) expect(cells(some[name]) === cells(whole[name].slice(from, to))).toBe(true);
  });

  it.each([
    [5, 20],
    [8, 2],
    [-1, 3],
    [0, Number.NaN],
  ])('refuses rows %d to %d of ten', (from, to) => {
    expect(() => synthesizeRows({ customers: 10 }, from, to)).toThrow(
      `rows must run from 0 to 10, the customers: from ${from} to ${to}`,
    );
  });
});

describe.each(scenarioNames)('synthesizeCoded %s', (scenario) => {
  const options = { scenario, customers: 40_000, seed: 3, truth: true };

  it('gives the rows of synthesizeRows', () => {
    const read = columnsOf(synthesizeCoded(options, 16_000, 17_000));
    const rows = synthesizeRows(options, 16_000, 17_000);
    expect(Object.keys(read)).toEqual(Object.keys(rows));
    for (const name in rows) expect(cells(read[name]) === cells(rows[name])).toBe(true);
  });

  it('gives columns that fillCoded fills, part by part', () => {
    const columns = synthesizeCoded({ ...options, seed: 4 }, 0, 40_000);
    fillCoded(columns, options, 32_768, 40_000);
    fillCoded(columns, options, 0, 32_768);
    const whole = synthesizeColumns(options);
    const read = columnsOf(columns);
    for (const name in whole) expect(cells(read[name]) === cells(whole[name])).toBe(true);
  });
});

describe('fillCoded', () => {
  it.each([
    [5, 20],
    [-1, 3],
    [5, 8],
  ])('refuses rows %d to %d of ten', (from, to) => {
    const columns = synthesizeCoded({ customers: 10 }, 0, 10);
    expect(faultsOf(() => fillCoded(columns, { customers: 10 }, from, to))[0][0]).toBe('from');
  });

  it('refuses columns of other options', () => {
    const columns = synthesizeCoded({ customers: 10 }, 0, 10);
    expect(faultsOf(() => fillCoded(columns, { customers: 11 }, 0, 5))).toHaveLength(20);
    expect(faultsOf(() => fillCoded(columns, { customers: 10, truth: true }, 0, 5))[0]).toEqual([
      'columns',
      'columns must be those of the options, with a row for each of the customers: true_segment',
    ]);
  });
});

describe('blocks', () => {
  it('are the same in whatever order they are drawn', () => {
    const plan = planOf({ customers: 40_000, seed: 9 });
    const whole = synthesizeColumns({ customers: 40_000, seed: 9 });
    const backwards = allocate(plan, 0, 40_000);
    for (const block of [2, 1, 0])
      fillBlock(plan, block, backwards, block * blockRows, Math.min(blockRows, 40_000 - block * blockRows));
    const read = columnsOf(backwards);
    for (const name in whole) expect(cells(read[name]) === cells(whole[name])).toBe(true);
  });
});

describe('synthesize', () => {
  it('gives an Arquero table of 10,000 telco customers by default', () => {
    const customers = synthesize();
    expect(customers.numRows()).toBe(10_000);
    expect(customers.get('customer_id', 9999)).toBe('C0010000');
  });

  it('names every option at fault', () => {
    expect(
      faultsOf(() =>
        synthesize({
          customers: 1e12,
          seed: 0.5,
          scenario: 'telko',
          offers: [{ id: 'none', lift: 0.1 }, { id: 'half', discount: 1.5 }, { id: 'half' }],
          experiment: { assignment: 'lot' as never, propensities: { none: 0.5, half: 0.4, hafl: 0.3 } },
        }),
      ),
    ).toEqual([
      ['customers', 'customers must be a whole number from 1 to 20,000,000: 1000000000000'],
      ['seed', expect.stringContaining('seed must be a whole number')],
      ['scenario', expect.stringContaining('unknown scenario: telko (did you mean telco? there are telco')],
      ['offers[0]', 'none must offer nothing: 0.1'],
      ['offers[1].discount', 'discount of half must lie in [0, 1]: 1.5'],
      ['offers[2].id', 'two offers have the same id: half'],
      ['experiment.assignment', 'assignment must be random or confounded: lot'],
      ['experiment.propensities.hafl', 'unknown offer: hafl (did you mean half?)'],
      ['experiment.propensities', expect.stringMatching(/^propensities must sum to 1: 1\.2/)],
    ]);
  });

  it('refuses an option that is misspelt', () => {
    expect(() => synthesize({ custommers: 10 } as object)).toThrow(
      'unknown option: custommers (did you mean customers?)',
    );
    expect(() => synthesizeTransactions({ sede: 1 } as object)).toThrow(
      'unknown option: sede (did you mean seed?)',
    );
  });

  it.each([0, -1, 2.5, NaN, 1e12])('refuses %d customers', (customers) => {
    expect(faultsOf(() => synthesize({ customers }))[0][0]).toBe('customers');
    expect(faultsOf(() => synthesizeBlocks({ customers }))[0][0]).toBe('customers');
  });
});
