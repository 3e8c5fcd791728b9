import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { InvalidInputError } from '@clv/contracts';

import { configJsonSchema } from './config.js';
import { parseConfig } from './load-config.js';
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
