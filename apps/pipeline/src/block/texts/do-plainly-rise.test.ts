import fc from 'fast-check';

import { doPlainlyRise } from './do-plainly-rise.js';
import { packTexts } from './pack-texts.js';

const doRise = (...texts: string[]) => doPlainlyRise(packTexts(texts)!);

describe('doPlainlyRise', () => {
  it('holds of ids that are counted up, as long as each other or longer', () => {
    expect(doRise('C0000001', 'C0000002', 'C0000010')).toBe(true);
    expect(doRise('cust-1', 'cust-10', 'cust-2')).toBe(true);
    expect(doRise('K00Ø1', 'K00Ø2')).toBe(true);
    expect(doRise()).toBe(true);
  });

  it.each([
    ['fall', ['C0000002', 'C0000001']],
    ['are the same', ['C0000001', 'C0000001']],
    ['are the same but for their white space', ['C0000001', 'C0000001 ']],
    ['are shorter than the one before', ['C00000010', 'C0000001']],
    ['may be blank', ['NULL', 'nullx']],
  ])('does not hold of texts that %s', (_, texts) => expect(doRise(...texts)).toBe(false));

  it('holds of no texts of which two are the same, or one is blank, without white space at their ends', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('    NA', '\u00a0    ', 'C0001', 'C0002'),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        if (!doRise(...texts)) return;
        const trimmed = texts.map((one) => one.trim());
        expect(new Set(trimmed).size).toBe(texts.length);
        expect(trimmed.every((one) => one.length > 4)).toBe(true);
      }),
    );
  });
});
