import { createHash } from 'node:crypto';
import { fingerprintOf } from './fingerprint.js';

describe('fingerprintOf', () => {
  const matrix = { data: Float32Array.of(1, NaN, 3, 4, 5, 6, 7, 8), rows: 4, columns: 2 };
  const labels = Int8Array.of(1, 0, -1, 0);

  it('counts whose outcome is known and who left, and hashes features and labels', () => {
    const bytes = Buffer.concat([Buffer.from(matrix.data.buffer), Buffer.from(labels.buffer)]);
    expect(fingerprintOf(matrix, labels)).toEqual({
      rows: 4,
      known: 3,
      churned: 1,
      features: 2,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  });

  it('looks at the cells of a part of a matrix alone', () => {
    const part = { data: matrix.data.subarray(4), rows: 2, columns: 2 };
    const copy = { ...part, data: part.data.slice() };
    expect(fingerprintOf(part, labels.subarray(2))).toEqual(fingerprintOf(copy, labels.slice(2)));
  });
});
