import { hashBeside } from './hash-beside.js';
import { hashOf } from './input-hash.js';

const columns = {
  id: ['A1', 'B2', 'A1'],
  age: Float64Array.of(31, 44, NaN),
  plan: ['basic', 'plus', 'basic'],
};

describe('hashBeside', () => {
  it('is that of the table where there is no other thread', async () => {
    expect(await hashBeside(columns, 3)).toBe(hashOf(columns));
  });
});
