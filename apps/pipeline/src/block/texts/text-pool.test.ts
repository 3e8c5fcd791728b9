import fc from 'fast-check';

import { TextPool } from './text-pool.js';

const encoder = new TextEncoder();

/** Reads texts that lie one after the other among other bytes. */
function readAll(pool: TextPool, texts: readonly string[]): string[] {
  const cells = texts.map((text) => encoder.encode(text));
  const source = new Uint8Array(3 + cells.reduce((sum, { length }) => sum + length, 0)).fill(255);
  let at = 3;
  return cells.map((cell) => {
    source.set(cell, at);
    at += cell.length;
    return pool.take(source, at - cell.length, at);
  });
}

describe('TextPool', () => {
  it('reads texts of any length, met before or not', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 9 }),
      fc.constantFrom('', 'a', 'ab', 'abc', 'abcd', 'abcde', 'abcdE', 'Abcde', 'abcdefgh', 'abcdXfgh'),
    );
    const pool = new TextPool();
    fc.assert(fc.property(fc.array(text), (texts) => expect(readAll(pool, texts)).toEqual(texts)));
  });

  it('reads more texts than it remembers, and longer ones', () => {
    const texts = [
      ...Array.from({ length: 9_000 }, (_, i) => `customer ${i}`),
      ...[255, 256, 257, 1_000].map((length) => 'x'.repeat(length)),
    ];
    const pool = new TextPool();
    expect(readAll(pool, texts)).toEqual(texts);
    expect(readAll(pool, texts)).toEqual(texts);
  });
});
