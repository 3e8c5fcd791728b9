import fc from 'fast-check';

import { sharedMarks } from './id-marks.js';

describe('sharedMarks', () => {
  it('are those that stand more than once, each told once, the least first, and no more than asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 30 }), fc.nat(6), (marks, most) => {
        const shared = [...new Set(marks.filter((mark, i) => marks.indexOf(mark) !== i))].sort(
          (a, b) => a - b,
        );
        expect(sharedMarks(Float64Array.from(marks), Infinity)).toEqual(shared);
        expect(sharedMarks(Float64Array.from(marks), most)).toEqual(shared.slice(0, most));
      }),
    );
  });
});
