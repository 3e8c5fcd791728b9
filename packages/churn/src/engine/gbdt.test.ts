import { randomSource, type FeatureMatrix } from '@clv/contracts';
import { predictGbdt } from '@clv/gbdt';
import { everyRow, spreadOver } from '../rows/select-rows.js';
import { copyExamples } from '../training/set-apart.js';
import { gbdtEngine } from './gbdt.js';

const rows = 200_001;
const random = randomSource(1, 0);
const data = Float32Array.from({ length: 3 * rows }, (_, i) => (i % 3 === 2 ? NaN : random()));
const matrix: FeatureMatrix = { data, rows, columns: 3 };
const labels = Float32Array.from({ length: rows }, (_, row) =>
  Number(random() < 0.1 + 0.8 * data[3 * row] * data[3 * row + 1]),
);
const some = spreadOver(everyRow(rows), 20_000);
const params = { ...gbdtEngine.defaults(20_000), rounds: 10 };

describe('the engine gbdt', () => {
  it('makes no more of a small table than it is', async () => {
    const small = copyExamples({ matrix, labels }, some);
    expect(await gbdtEngine.makeReady!(small)).toBe(small);
  });

  it('cuts a large table once, whatever the labels are, and learns from rows of it as from a copy of them', async () => {
    const ready = await gbdtEngine.makeReady!({ matrix, labels });
    const other = await gbdtEngine.makeReady!({ matrix, labels: labels.map((label) => 1 - label) });
    expect(ready.quantiles).toEqual(other.quantiles);
    const predicted = async (examples: Parameters<typeof gbdtEngine.grow>[0]) => {
      const { trees } = await gbdtEngine.grow(examples, params, { seed: 3 });
      return predictGbdt(trees, copyExamples({ matrix, labels }, some).matrix);
    };
    const named = await predicted({ ...ready, rows: some });
    const copied = await predicted(copyExamples({ matrix, labels }, some));
    const apart = named.reduce((sum, p, i) => sum + Math.abs(p - copied[i]), 0) / some.length;
    expect(apart).toBeLessThan(0.01);
  });
});
