import { defineSchema } from '../schema/define-schema.js';
import { encodeFeatures } from './encode-features.js';
import { featurelessFaults } from './featureless-faults.js';

const faultsOf = (table: Record<string, unknown[]>, features?: string[]) =>
  featurelessFaults(encodeFeatures(table, defineSchema(features ? { features } : {})));

describe('featurelessFaults', () => {
  it('says of each column why it tells nothing, where none does', () => {
    const [fault] = faultsOf({ same: [1, 1], gone: [null, ''] });
    expect(fault).toEqual({
      rule: 'no-features',
      message:
        'no feature has a value to learn from; give columns that describe customers. Columns found: same (every cell is the same), gone (every cell is blank)',
    });
    expect(faultsOf({ gone: [null, ''] }, ['gone'])[0].message).toMatch(/: gone \(every cell is blank\)$/);
    expect(faultsOf({ x: [1, 2] }, [])[0].message).toMatch(/: none$/);
  });

  it('has nothing to say where one does', () => {
    expect(faultsOf({ same: [1, 1], x: [null, 2] }, ['same', 'x'])).toEqual([]);
  });
});
