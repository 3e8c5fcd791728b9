import type { FeatureMatrix } from '@clv/contracts';
import { sha256Of } from './sha256.js';

/** Identifies what a model was fitted on; no cell can be read back from it. */
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

export function fingerprintOf({ data, rows, columns }: FeatureMatrix, labels: Int8Array): Fingerprint {
  let [known, churned] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    known += labels[row] >= 0 ? 1 : 0;
    churned += labels[row] === 1 ? 1 : 0;
  }
  const sha256 = sha256Of([bytesOf(data), bytesOf(labels)]);
  return { rows, known, churned, features: columns, sha256 };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Int8Array) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength);
