import { randomSource } from '@clv/contracts';
import type { Points } from '../src/kmeans/points.js';

/** Points drawn at random, crowded towards 0 and thin towards 4. */
export function scatter(rows: number, dimensions: number, seed: number): Points {
  const random = randomSource(seed);
  const values = Float64Array.from({ length: rows * dimensions }, () => random() + random() * random() * 3);
  return { values, rows, dimensions };
}

/** A list of rows, as other libraries take points. */
export const rowsOf = ({ values, rows, dimensions }: Points) =>
  Array.from({ length: rows }, (_, i) => Array.from(values.slice(i * dimensions, (i + 1) * dimensions)));
