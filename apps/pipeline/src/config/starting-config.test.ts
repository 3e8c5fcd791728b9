import { defineSchema } from '@clv/table';

import { parseConfig } from './load-config.js';
import { parseJson } from './parse-json.js';
import { type Beginning, startingConfig as startingConfigOf } from './starting-config.js';

const startingConfig = (
  input: string,
  schema: Beginning['schema'],
  reasons: Beginning['reasons'],
  rest: Partial<Beginning> = {},
) => startingConfigOf({ input, schema, reasons, notices: [], ...rest });

describe('startingConfig', () => {
  const roles = { id: 'customerID', label: 'Churn', price: 'MonthlyCharges' };
  const text = startingConfig('data/telco.csv', defineSchema(roles, { decimal: ',' }), [
    { column: 'Churn', role: 'label', why: 'its values are yes and no' },
  ]);

  it('is a config that loads, comments and all, and says what it was given', () => {
    expect(parseConfig(parseJson(text, 'clv.config.json'))).toMatchObject({
      input: 'data/telco.csv',
      decimal: ',',
      roles,
    });
  });

  it('says which column a run needs that was not found, and what it is for', () => {
    const bare = startingConfig('log.csv', defineSchema({ id: 'customer' }), []);
    expect(bare).toContain('No label was found, and a run needs one: the column that says who has churned.');
    expect(bare).toContain(
      'No price was found, and a run needs one: the column that a discount is a share of.',
    );
    expect(text).not.toContain('a run needs one');
  });

  it('says why a column that is named as a margin is none', () => {
    const shares = startingConfig('log.csv', defineSchema({ price: 'mrr' }), [
      { column: 'gross_margin', role: 'features', why: 'shares of the price: a margin is money a month' },
      { column: 'since', role: 'features', why: 'dates: they count as months' },
    ]);
    expect(shares).toContain(
      '// No margin was found (gross_margin holds shares of the price: a margin is money a month). Without',
    );
    expect(text).toContain('// No margin was found. Without');
  });

  it('gives the reason of every column that is left out, once where several have the same', () => {
    const left = startingConfig('log.csv', defineSchema({ exclude: ['fax', 'uid', 'tty'] }), [
      { column: 'fax', role: 'exclude', why: 'every cell is blank' },
      { column: 'uid', role: 'exclude', why: 'an identifier' },
      { column: 'tty', role: 'exclude', why: 'every cell is blank' },
      { column: 'since', role: 'features', why: 'dates: they count as months' },
    ]);
    expect(left).toContain(
      '// exclude fax, tty: every cell is blank\n    // exclude uid: an identifier\n    "exclude"',
    );
    expect(left).not.toContain('// exclude:');
  });

  it('tells which other column could as well play a part, in a comment whatever its name', () => {
    const guessed = startingConfig('log.csv', defineSchema({ price: 'mrr' }), [
      { column: 'mrr', role: 'price', why: 'its name says so', rivals: ['monthly fee', 'monthly\ncharge'] },
    ]);
    expect(guessed).toContain(
      '    // price: its name says so\n    // It could as well be monthly fee, monthly charge, rather than mrr: say which is meant.\n',
    );
    expect(guessed).toContain('// No id was found');
    expect(parseConfig(parseJson(guessed, 'clv.config.json')).roles).toEqual({ price: 'mrr' });
  });

  it('asks what the label says of the tenure, on which values rest, where there are both', () => {
    const timed = startingConfig('a.csv', defineSchema({ ...roles, tenure: 'tenure' }), []);
    expect(parseConfig(parseJson(timed, 'clv.config.json')).churn.label_means).toBe('leaves_within_window');
    expect(timed).toContain('"has_left"');
    expect(text).not.toContain('label_means');
  });

  it('keeps the separator that it was told', () => {
    const told = startingConfig('a.csv', defineSchema(roles), [], { separator: '#' });
    expect(parseConfig(parseJson(told, 'clv.config.json')).separator).toBe('#');
    expect(text).not.toContain('separator');
  });

  it('says what has to be done about the table before a run takes it', () => {
    const noted = startingConfig('a.csv', defineSchema(roles), [], { notices: ['rename\nit.'] });
    expect(noted).toContain('  // rename it.\n');
    expect(parseConfig(parseJson(noted, 'clv.config.json')).roles).toEqual(roles);
  });

  it('gives the reason for a guess and warns of a missing margin', () => {
    expect(text).toContain('// label: its values are yes and no');
    expect(text).toContain('// "margin_rate": 0.5,');
  });
});
