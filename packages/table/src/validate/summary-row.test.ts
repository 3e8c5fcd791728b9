import { defineSchema } from '../schema/define-schema.js';
import { validateTable } from './validate.js';

const schema = defineSchema({ id: 'id', price: 'price' });
const faultsOf = (id: string[], options = {}) =>
  validateTable({ id, price: id.map((_, i) => i) }, schema, options).faults.map(({ message }) => message);

describe('a row that sums up the others', () => {
  it.each(['Total', 'TOTAL:', 'Grand total', 'Gesamtsumme', 'Total général', 'Suma'])(
    'is no customer, by its id %s in the last row',
    (id) => {
      expect(faultsOf(['a', 'b', id])).toEqual([
        `row 3, id: "${id}" is the sum of the other rows, not a customer; remove the row`,
      ]);
    },
  );

  it('is not taken for one elsewhere, in a part of a table, or by a name that only begins so', () => {
    expect(faultsOf(['Total', 'a', 'b'])).toEqual([]);
    expect(faultsOf(['a', 'b', 'Total'], { kinds: new Map() })).toEqual([]);
    expect(faultsOf(['a', 'b', 'Total Energies'])).toEqual([]);
  });
});
