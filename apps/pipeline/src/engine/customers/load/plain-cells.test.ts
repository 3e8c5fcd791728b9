import { synthesizeCoded, synthesizeColumns } from '@clv/synth';

import { many, packedBehind } from '../../../block/texts/texts-as-array.js';
import { plainCells } from './plain-cells.js';

describe('plainCells', () => {
  it('are the columns of synthetic customers', () => {
    const options = { customers: 50, truth: true };
    const coded = Object.entries(synthesizeCoded(options, 0, 50));
    expect(Object.fromEntries(coded.map(([name, column]) => [name, plainCells(column)]))).toEqual(
      synthesizeColumns(options),
    );
  });

  it('are ids that stay packed where there are many', () => {
    const ids = plainCells({ first: 1, rows: many });
    expect(packedBehind(ids)?.at(many - 1)).toBe('C0100000');
    expect(plainCells({ first: 1, rows: many - 1 })).toBeInstanceOf(Array);
  });
});
