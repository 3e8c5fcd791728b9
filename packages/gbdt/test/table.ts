import { randomSource } from '@clv/contracts';
import type { FeatureMatrix } from '../src/index.js';

export interface SampleTable {
  x: FeatureMatrix;
  y: Float32Array;
}

/** A table whose label depends on its first columns, some coarse, some missing. */
export function sampleTable(
  rows: number,
  columns: number,
  { seed = 1, missing = 0.1, noise = 1 } = {},
): SampleTable {
  const random = randomSource(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const data = new Float32Array(rows * columns);
  const y = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    let score = noise * normal();
    for (let column = 0; column < columns; column++) {
      let value = Math.fround(normal());
      if (column % 3 === 1) value = Math.round(value * 2);
      if (column === 0) score += 1.5 * Math.sin(2 * value);
      else if (column < 5) score += value * (column % 2 ? 0.8 : -0.4);
      data[row * columns + column] = random() < missing ? NaN : value;
    }
    y[row] = score > 0 ? 1 : 0;
  }
  return { x: { data, rows, columns }, y };
}
