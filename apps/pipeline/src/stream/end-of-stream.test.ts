import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import { tableFromArrays, tableToIPC } from 'apache-arrow';

import { EndOfStream } from './end-of-stream.js';

const whole = Buffer.from(tableToIPC(tableFromArrays({ n: Float64Array.of(1, 2) }), 'stream'));

async function endOf(bytes: Buffer, atOnce: number) {
  const parts = Array.from({ length: Math.ceil(bytes.length / atOnce) }, (_, i) =>
    bytes.subarray(i * atOnce, (i + 1) * atOnce),
  );
  const end = Readable.from(parts, { objectMode: false }).pipe(new EndOfStream());
  expect(await buffer(end)).toEqual(bytes);
  return { lacksMark: end.lacksMark, isCut: end.isCut };
}

describe.each([1, 3, 65_536])('the end of an Arrow stream that comes %i bytes at a time', (atOnce) => {
  it('has a mark, or lacks it', async () => {
    expect(await endOf(whole, atOnce)).toEqual({ lacksMark: false, isCut: false });
    expect(await endOf(whole.subarray(0, -8), atOnce)).toEqual({ lacksMark: true, isCut: false });
  });

  it.each([1, 4, 7])('is cut within the first bytes of a message, after %i of them', async (bytes) => {
    expect(await endOf(whole.subarray(0, bytes - 8), atOnce)).toEqual({ lacksMark: true, isCut: true });
  });
});

it('is none yet while more may come', () => {
  const end = new EndOfStream();
  end.write(whole.subarray(0, -8));
  expect([end.lacksMark, end.isCut]).toEqual([false, false]);
});
