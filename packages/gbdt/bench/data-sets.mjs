// The data sets of the benchmark: a label that depends on sines, products, steps and squares of the first ten columns, a little on
// the rest; some columns skewed, some with few values, in two sets 8% missing, in one column where it tells something.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSource } from '@clv/contracts';

export const dataSets = {
  a: { rows: 100_000, held: 100_000, columns: 10, missing: 0 },
  am: { rows: 100_000, held: 100_000, columns: 10, missing: 0.08 },
  b: { rows: 1_000_000, held: 200_000, columns: 10, missing: 0 },
  bm: { rows: 1_000_000, held: 200_000, columns: 10, missing: 0.08 },
  c: { rows: 1_000_000, held: 200_000, columns: 30, missing: 0 },
  huge: { rows: 10_000_000, held: 200_000, columns: 10, missing: 0 },
};

/** Writes NAME.json and float32 files X, y (training), Xt, yt (held out) into a folder. */
export function writeDataSet(folder, name, seed) {
  const { rows, held, columns, missing } = dataSets[name];
  mkdirSync(folder, { recursive: true });
  const random = randomSource(seed);
  const normal = normalSource(random);
  const write = (x, y, count) => {
    const data = new Float32Array(count * columns);
    const labels = new Float32Array(count);
    for (let row = 0; row < count; row++)
      labels[row] = drawRow(data.subarray(row * columns, (row + 1) * columns), missing, random, normal);
    writeFileSync(join(folder, `${name}.${x}.bin`), data);
    writeFileSync(join(folder, `${name}.${y}.bin`), labels);
  };
  write('X', 'y', rows);
  write('Xt', 'yt', held);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ n: rows, nt: held, m: columns }));
}

function drawRow(x, missing, random, normal) {
  for (let column = 0; column < x.length; column++) x[column] = normal();
  x[1] = Math.exp(x[1]);
  x[2] = Math.round(x[2] * 3);
  x[3] = Math.floor(random() * 12);
  let score =
    1.2 * Math.sin(2 * x[0]) +
    0.8 * Math.log(x[1] + 0.1) * Number(x[4] > 0) +
    0.25 * x[2] * x[5] +
    0.6 * Number(x[3] % 3 === 1) +
    0.7 * Math.abs(x[6]) -
    0.5 * x[7] * x[8] +
    0.3 * x[9] ** 2 -
    0.8;
  for (let column = 10; column < x.length; column++) score += 0.15 * Math.sin(((column % 5) + 1) * x[column]);
  if (missing > 0)
    for (let column = 0; column < x.length; column++)
      if (random() < missing * (column === 0 && score > 0 ? 3 : 1)) x[column] = NaN;
  return random() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
}

/** Box & Muller (1958). */
function normalSource(random) {
  let spare;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
