import type { FeatureMatrix } from '@clv/contracts';

/** What a model was fitted on, so that it can be known again: no cell can be read back from it. */
export interface Fingerprint {
  /** Customers in the table. */
  rows: number;
  /** Customers whose outcome was known. */
  known: number;
  churned: number;
  features: number;
  /** Of the feature matrix (float32, row-major, little-endian) followed by the labels (int8). */
  sha256: string;
}

export async function fingerprintOf(
  { data, rows, columns }: FeatureMatrix,
  labels: Int8Array,
): Promise<Fingerprint> {
  const bytes = new Uint8Array(data.byteLength + labels.byteLength);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  bytes.set(new Uint8Array(labels.buffer, labels.byteOffset, labels.byteLength), data.byteLength);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let [known, churned] = [0, 0];
  for (const label of labels) {
    if (label >= 0) known++;
    if (label === 1) churned++;
  }
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { rows, known, churned, features: columns, sha256 };
}
