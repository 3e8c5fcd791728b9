import { createHash } from 'node:crypto';
import { sha256Of } from './sha256.js';

const hashOf = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + length) % 251);

describe.each(['in Node', 'in a browser, which has no module of Node'])('sha256Of %s', (where) => {
  const { getBuiltinModule } = process;
  beforeAll(() => {
    if (where !== 'in Node') Object.assign(process, { getBuiltinModule: undefined });
  });
  afterAll(() => {
    Object.assign(process, { getBuiltinModule });
  });

  it('is the hash of the parts in one piece', () => {
    const parts = [bytes(3), bytes(0), bytes(100_000), bytes(61)];
    expect(sha256Of(parts)).toBe(hashOf(...parts));
  });

  it('is that of abc in the standard', () => {
    expect(sha256Of([new TextEncoder().encode('abc')])).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
