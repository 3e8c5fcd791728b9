import fc from 'fast-check';

import { copyByWords, roomFor } from './copy-by-words.js';

it('copyByWords puts one text behind the other, whatever their lengths', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 21 })), (texts) => {
      const whole = Buffer.concat(texts);
      const [from, to] = [roomFor(whole.length), roomFor(whole.length)];
      from.bytes.set(whole);
      let at = 0;
      for (const { length } of texts) {
        copyByWords(from.words, at, length, to.words, at);
        at += length;
      }
      expect(Buffer.compare(to.bytes, whole)).toBe(0);
    }),
  );
});
