import fc from 'fast-check';

import { type Cells, CodedText } from '../../block/block.js';
import { beginLines, finishLines } from './begun-lines.js';
import { printLines } from './print-lines.js';

const whole = (lines: Iterable<Uint8Array>) =>
  Buffer.concat(Array.from(lines, (some) => some.slice())).toString();

describe('lines that were begun', () => {
  it('are those of all columns at once, however many rows there are', async () => {
    const cell = fc.oneof(fc.constantFrom('', ',', '"', '=1', 'a\nb'), fc.string({ maxLength: 9 }));
    const rows = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 2040, max: 4100 }));
    await fc.assert(
      fc.asyncProperty(rows, fc.array(cell, { minLength: 1, maxLength: 30 }), async (rows, cells) => {
        const texts = Array.from({ length: rows }, (_, row) => cells[row % cells.length]);
        const first: Record<string, Cells> = {
          'a,b': texts,
          months: Int32Array.from(texts, (_, i) => i - 3),
        };
        const next: Record<string, Cells> = {
          clv: Float64Array.from(texts, (_, i) => (i % 5 === 0 ? NaN : i / 7)),
        };
        const last: Record<string, Cells> = {
          value: next.clv,
          offer: new CodedText(
            Uint8Array.from(texts, (_, i) => i % 2),
            ['none', '10%'],
          ),
        };
        const atOnce = whole(printLines([{ rows, columns: { ...first, ...next, ...last } }]));
        const begun = [await beginLines({ rows, columns: first }), await beginLines({ rows, columns: next })];
        expect(whole(finishLines(begun, { rows, columns: last })) === atOnce).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('let others have a turn while they are begun', async () => {
    let hadTurn = false;
    const others = setImmediate(() => (hadTurn = true));
    await beginLines({ rows: 10_000, columns: { a: new Float64Array(10_000) } });
    clearImmediate(others);
    expect(hadTurn).toBe(true);
  });
});
