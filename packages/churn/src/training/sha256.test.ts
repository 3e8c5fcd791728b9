import { createHash } from 'node:crypto';
import { sha256Of } from './sha256.js';

const parts = [new Uint8Array([1, 2, 3]), new Uint8Array(100_000).fill(7)];
const whole = new Uint8Array([...parts[0], ...parts[1]]);

describe('sha256Of', () => {
  it('is the hash of the parts in one piece', async () => {
    expect(await sha256Of(parts)).toBe(createHash('sha256').update(whole).digest('hex'));
  });

  it('is the same in a browser, which has no module of Node', async () => {
    const inNode = await sha256Of(parts);
    const { getBuiltinModule } = process;
    Object.assign(process, { getBuiltinModule: undefined });
    try {
      expect(await sha256Of(parts)).toBe(inNode);
    } finally {
      Object.assign(process, { getBuiltinModule });
    }
  });
});
