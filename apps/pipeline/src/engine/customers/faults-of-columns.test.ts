import { defineSchema } from '@clv/table';

import { parseConfig } from '../../config/load-config.js';
import { faultsOfColumns } from './faults-of-columns.js';

const messagesOf = (columns: string[], roles: Record<string, string>, config = {}) =>
  faultsOfColumns(columns, defineSchema(roles), parseConfig(config)).map(({ message }) => message);

describe('faultsOfColumns', () => {
  it('says which roles are missing, and which column is named as one of each is', () => {
    expect(messagesOf(['id', 'Monthly Charges', 'Churn'], { id: 'id' })).toEqual([
      'roles.label is missing: name the column that says who has churned, perhaps Churn; clv init writes a config from your columns',
      'roles.price is missing: name the column that says what a discount is a share of, perhaps Monthly Charges; clv init writes a config from your columns',
    ]);
  });

  it('lets the margin stand for the price where no offer is a discount', () => {
    const offers = [{ id: 'call', cost: 5, lift: 0.2 }];
    expect(messagesOf(['left', 'profit'], { label: 'left', margin: 'profit' }, { offers })).toEqual([
      'roles.price is missing: name the column that says what a discount is a share of (as no offer is a discount, that may be profit, in place of roles.margin); clv init writes a config from your columns',
    ]);
  });

  it('guesses at no column that plays another part, nor where none is named so', () => {
    expect(messagesOf(['left', 'mrr'], { label: 'left', margin: 'mrr' })).toEqual([
      'roles.price is missing: name the column that says what a discount is a share of; clv init writes a config from your columns',
    ]);
  });
});
