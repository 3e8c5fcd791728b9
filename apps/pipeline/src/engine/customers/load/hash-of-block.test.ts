import { CodedText } from '../../../block/block.js';
import { packTexts } from '../../../block/texts/pack-texts.js';
import { hashOfBlock } from './hash-of-block.js';
import { hashOf } from './input-hash.js';

const columns = {
  id: ['A1', 'B2', 'A1'],
  age: Float64Array.of(31, 44, NaN),
  plan: ['basic', 'plus', 'basic'],
};

describe('hashOfBlock', () => {
  it.each([
    ['texts', ['A1', 'B2', 'A1']],
    ['numbers', ['17', '18.0', '']],
  ])('is that of the same table where its %s came packed and coded', (_, texts) => {
    const { bytes, ends } = packTexts(texts)!;
    const { codes, levels } = new CodedText(Uint8Array.of(0, 1, 0), ['basic', 'plus']);
    const sent = { rows: 3, columns: { ...columns, id: { bytes, ends }, plan: { codes, levels } } };
    expect(hashOfBlock(structuredClone(sent) as never)).toBe(hashOf({ ...columns, id: texts }));
  });
});
