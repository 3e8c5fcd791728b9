import { InvalidInputError } from '@clv/contracts';
import { defineSchema } from './define-schema.js';
import type { Roles } from './roles.js';

const faultsOf = (roles: object, options = {}): string[] => {
  try {
    defineSchema(roles as Roles, options);
    return [];
  } catch (error) {
    return (error as InvalidInputError).faults.map(({ message }) => message);
  }
};

describe('defineSchema', () => {
  const roles: Roles = {
    id: 'id',
    label: 'churned',
    price: 'price',
    margin_rate: 0.4,
    tenure: 'tenure',
    snapshot: '2024-03-31',
    segment_features: ['tenure', 'price'],
    features: ['tenure', 'price', 'contract'],
    exclude: ['notes'],
  };

  it('takes lists that are only to be read', () => {
    const features = Object.freeze(['tenure', 'price'] as const);
    const { roles } = defineSchema({ features, segment_features: features, exclude: ['notes'] as const });
    expect(roles).toEqual({ features: [...features], segment_features: [...features], exclude: ['notes'] });
  });

  it('gives a plain value that survives JSON and shares nothing with the roles', () => {
    const schema = defineSchema(roles, { decimal: ',' });
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema).toEqual({ format: 'clv-schema', version: 1, roles, decimal: ',' });
    expect(schema.roles.features).not.toBe(roles.features);
  });

  it.each<[object, string[]]>([
    [{ id: 'a', label: 'a' }, ['a cannot be both id and label']],
    [{ price: 'a', margin: 'a' }, ['a cannot be both price and margin']],
    [{ label: 'a', features: ['a', 'b'] }, ['a is the label and cannot be in features']],
    [{ outcome: 'a', segment_features: ['a'] }, ['a is the outcome and cannot be in segment_features']],
    [{ features: ['a', 'b', 'a'] }, ['features names a twice']],
    [{ features: ['a'], exclude: ['a'] }, ['a cannot be in both features and exclude']],
    [{ price: 'p', margin: 'm', margin_rate: 0.4 }, ['give margin (m) or margin_rate (0.4), not both']],
    [{ margin_rate: 0.4 }, ['margin_rate is a share of the price, and no column is the price: 0.4']],
    [{ price: 'p', margin_rate: 40 }, ['margin_rate must be a share of the price in (0, 1]: 40']],
    [{ snapshot: '31.03.2024' }, ['snapshot must be an ISO date such as 2024-03-31: "31.03.2024"']],
    [
      { snapshot: new Date(0) },
      ['snapshot must be an ISO date such as 2024-03-31: 1970-01-01T00:00:00.000Z'],
    ],
    [{ tenur: 'a' }, ['unknown role: tenur (did you mean tenure?)']],
    [{ price: 5 }, ['price must be the name of a column: 5']],
    [{ features: 'a' }, ['features must be a list of column names: "a"']],
    [JSON.parse('{"__proto__": "a"}'), ['unknown role: __proto__']],
  ])('refuses %j', (contradictory, messages) => {
    expect(faultsOf(contradictory)).toEqual(messages);
  });

  it('tells all the faults at once', () => {
    expect(faultsOf({ id: 'a', label: 'a', features: ['a', 'a'], margin_rate: 0.1 })).toHaveLength(4);
    expect(faultsOf({ tenur: 'a', price: 5 }, { decimal: ';' })).toEqual([
      'unknown role: tenur (did you mean tenure?)',
      'price must be the name of a column: 5',
      `decimal must be '.' or ',': ";"`,
    ]);
  });
});
