import { createHash } from 'node:crypto';

/**
 * A value with a digest in the place of each typed array, so that `toEqual` tells whether long ones are the same to the last
 * bit without a look at every number in JavaScript.
 */
export function bitsOf(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const digest = createHash('sha1')
      .update(new Uint8Array(buffer, byteOffset, byteLength))
      .digest('hex');
    return `${value.constructor.name} of ${byteLength} bytes ${digest}`;
  }
  if (Array.isArray(value)) return value.map(bitsOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bitsOf(part)]));
}
