import { packedBehind } from '../../../block/texts/texts-as-array.js';
import { hashOf } from './input-hash.js';
import { withPackedIds } from './with-packed-ids.js';

const ids = Array.from({ length: 100_000 }, (_, i) => `C${i}`);

describe('withPackedIds', () => {
  it('packs many ids, and leaves all other columns alone', () => {
    const columns = { id: ids, contract: ids.map(() => 'monthly') };
    const packed = withPackedIds(columns, 'id');
    expect(packedBehind(packed.id)).toBeDefined();
    expect(Array.from(packed.id)).toEqual(ids);
    expect(hashOf(packed)).toBe(hashOf(columns));
    expect(packed.contract).toBe(columns.contract);
  });

  it('leaves alone few ids, ids that are not texts, and a table without ids', () => {
    const numbered = { id: Float64Array.from(ids.keys()) };
    const few = { id: ids.slice(1) };
    expect([withPackedIds(numbered, 'id'), withPackedIds(few, 'id')]).toEqual([numbered, few]);
    expect(withPackedIds({ plan: ids }, undefined).plan).toBe(ids);
  });
});
