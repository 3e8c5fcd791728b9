import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { configJsonSchema } from './config.js';
import { loadConfig, parseConfig } from './load-config.js';
import { withTemporaryFolder } from '../testing/temporary-folder.js';
import { parseJson } from './parse-json.js';

const faultsOf = (work: () => unknown): readonly { message: string; path?: string }[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('parseConfig', () => {
  it('fills in every default', () => {
    expect(parseConfig({})).toMatchObject({
      out: 'out',
      seed: 42,
      budget: null,
      horizon_months: 12,
      synthetic: { customers: 10_000, scenario: 'telco' },
      offers: [{ id: 'none' }, { id: 'discount_5' }, { id: 'discount_10' }],
    });
  });

  it('tells every fault at once, each with its path', () => {
    const faults = faultsOf(() =>
      parseConfig({
        budget: -5,
        horizon_months: 0,
        offers: [{ id: 'a', label: 'A', discount: 1.2 }],
        currency: 'usd',
      }),
    );
    expect(faults.map(({ path }) => path).sort()).toEqual([
      'budget',
      'currency',
      'horizon_months',
      'offers[0].discount',
    ]);
  });

  it('names the nearest key for an unknown one, at any depth', () => {
    const faults = faultsOf(() =>
      parseConfig({ bugdet: 5, roles: { tenur: 'x' }, offers: [{ id: 'a', label: 'A', mouths: 3 }] }),
    );
    expect(faults.map(({ message }) => message)).toEqual(
      expect.arrayContaining([
        'unknown key: bugdet (did you mean budget?)',
        'roles: unknown key: tenur (did you mean tenure?)',
        'offers[0]: unknown key: mouths (did you mean months?)',
      ]),
    );
  });

  it.each([
    [{ budget: '5' }, 'budget: must be a number: "5"'],
    [{ budget: Infinity }, 'budget: must be a number: Infinity'],
    [{ seed: 1.5 }, 'seed: must be a whole number: 1.5'],
    [{ seed: -1 }, 'seed: must be at least 0: -1'],
    [{ seed: 2 ** 32 }, 'seed: must be at most 4294967295: 4294967296'],
    [
      { churn: { engine: 'gbtd' } },
      'churn.engine: must be one of gbdt, ml-xgboost: "gbtd" (did you mean gbdt?)',
    ],
    [{ churn: { folds: 1 } }, 'churn.folds: must be at least 2: 1'],
    [{ offers: [{ label: 'A' }] }, 'offers[0].id: is missing'],
    [{ offers: [{ id: 'a' }, { id: 'a' }] }, 'offers[1].id: offer a stands twice: offers 1 and 2'],
    [
      { offers: [{ id: 'Call' }, { id: 'call' }] },
      'offers[1].id: offer call differs from Call by case alone',
    ],
    [{ offers: [{ id: 'None' }] }, 'offers[0].id: offer None differs from none by case alone'],
    [{ roles: { id: 'x', label: 'x' } }, 'roles: x cannot be both id and label'],
    [{ window_months: 6, horizon_months: 4 }, 'window_months: must be at most horizon_months, which is 4: 6'],
    [{ horizon_months: 2 }, 'window_months: must be at most horizon_months, which is 2: 3, the default'],
    [{ write: [5] }, 'write[0]: must be text: 5'],
  ])('says of %j what would be right', (config, message) => {
    expect(faultsOf(() => parseConfig(config)).map((fault) => fault.message)).toEqual([message]);
  });

  it('tells of a window beyond the horizon together with the faults of other keys', () => {
    const config = { seed: -1, horizon_months: 2, budget: '9' };
    expect(faultsOf(() => parseConfig(config)).map(({ path }) => path)).toEqual([
      'seed',
      'budget',
      'window_months',
    ]);
  });
});

describe('loadConfig', () => {
  const load = (text: string) =>
    withTemporaryFolder(async (folder) => {
      const config = join(folder, 'clv.config.json');
      writeFileSync(config, text);
      return { folder, loaded: await loadConfig({ config }).catch((error: unknown) => error) };
    });

  it('refuses __proto__ at any depth with its path, an unknown key with a suggestion, and all else, at once (row 18)', async () => {
    const { loaded } = await load(
      '{"__proto__": {"polluted": 1}, "offers": [{"id": "a", "__proto__": {"x": 1}}], "roles": {"constructor": {"prototype": 1}}, "bugdet": 3, "seed": "x"}',
    );
    expect((loaded as InvalidInputError).faults.map(({ path, message }) => [path, message])).toEqual([
      ['__proto__', 'forbidden key: __proto__'],
      ['offers[0].__proto__', 'forbidden key: offers[0].__proto__'],
      ['roles.constructor', 'forbidden key: roles.constructor'],
      ['seed', 'seed: must be a number: "x"'],
      ['bugdet', 'unknown key: bugdet (did you mean budget?)'],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('tells every key that is given twice, with its path and lines, beside the other faults', async () => {
    const { loaded } = await load(
      `\uFEFF{
        "budget": 10, // the old one
        "offers": [{"id": "a", "discount": 0.1, "lift": 0.1, "lift": 0.2}],
        "budget": 2000,
        "seed": "x",
      }`,
    );
    expect((loaded as InvalidInputError).faults.map(({ path, message }) => [path, message])).toEqual([
      ['offers[0].lift', 'offers[0].lift is given 2 times (lines 3, 3): keep one'],
      ['budget', 'budget is given 2 times (lines 2, 4): keep one'],
      ['seed', 'seed: must be a number: "x"'],
    ]);
  });

  it('takes paths from where the file is, and addresses as they are', async () => {
    const { folder, loaded } = await load(
      '{"input": "data/*.csv", "write": ["duckdb:a.duckdb?table=t", "postgres://h/d/t", "r.parquet"]}',
    );
    expect(loaded).toMatchObject({
      input: join(folder, 'data/*.csv'),
      write: [`duckdb:${join(folder, 'a.duckdb')}?table=t`, 'postgres://h/d/t', join(folder, 'r.parquet')],
    });
  });

  it('requires secrets by reference, and names the variables that are not set', async () => {
    const { loaded } = await load(
      '{"input": "postgres://me:hunter2@h/d/t", "write": ["postgres://me:${CLV_NOT_SET}@h/d/t"], "budget": "postgres://me:hunter2@h"}',
    );
    const { faults, message } = loaded as InvalidInputError;
    expect(faults.map(({ path, rule }) => [path, rule])).toEqual([
      ['input', 'password-in-config'],
      ['write[0]', 'missing-variable'],
      ['budget', 'invalid-type'],
    ]);
    expect(message).toContain('unknown environment variable: CLV_NOT_SET');
    expect(message).not.toContain('hunter2');
  });

  it('keeps the reference in the config, so that no file that holds the config holds the secret', async () => {
    process.env.CLV_TEST_SECRET = 'hunter2';
    const { loaded } = await load('{"input": "postgres://me:${CLV_TEST_SECRET}@h/d/t"}');
    expect(loaded).toMatchObject({ input: 'postgres://me:${CLV_TEST_SECRET}@h/d/t' });
    delete process.env.CLV_TEST_SECRET;
  });
});

describe('parseJson', () => {
  it('refuses keys that reach a prototype, with their paths, at any depth', () => {
    const faults = faultsOf(() =>
      parseJson('{"__proto__": {}, "offers": [{"x": {"constructor": 1}}]}', 'clv.config.json'),
    );
    expect(faults.map(({ path }) => path)).toEqual(['__proto__', 'offers[0].x.constructor']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('says which file is not JSON', () => {
    expect(faultsOf(() => parseJson('{', 'clv.config.json'))[0].message).toMatch(
      /^clv.config.json is not JSON: /,
    );
  });
});

describe('clv.config.schema.json', () => {
  it('is what the one definition says (npm run config-schema writes it)', () => {
    const shipped = JSON.parse(readFileSync(join(process.cwd(), 'clv.config.schema.json'), 'utf8'));
    expect(shipped).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });
});
