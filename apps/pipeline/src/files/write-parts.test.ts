import fc from 'fast-check';

import { appendParts } from './write-parts.js';

/** A file of a system that takes so many bytes a call. */
function sparingFile(bytesACall: number) {
  const taken: number[] = [];
  return {
    taken,
    async writev(parts: readonly NodeJS.ArrayBufferView[]) {
      const some = parts.flatMap((part) => [...(part as Uint8Array)]).slice(0, bytesACall);
      taken.push(...some);
      return { bytesWritten: some.length, buffers: [] };
    },
  };
}

describe('appendParts', () => {
  it('writes every byte in order, however few a call the system takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 20 }),
        async (parts, bytesACall) => {
          const file = sparingFile(bytesACall);
          await appendParts(file as never, parts);
          expect(file.taken).toEqual(parts.flatMap((part) => [...part]));
        },
      ),
      { seed: 42 },
    );
  });
});
