import { InvalidInputError } from '@clv/contracts';
import { sampleTable } from '../test/table.js';
import { predictGbdt, quantileMatrix, trainGbdt, type FeatureMatrix } from './index.js';

const { x, y } = sampleTable(30_000, 7, { missing: 0.1 });
const params = { rounds: 12, colsampleBytree: 0.6, seed: 3 };

function selected(rows: Uint32Array): { x: FeatureMatrix; y: Float32Array } {
  const data = new Float32Array(rows.length * x.columns);
  rows.forEach((row, i) => data.set(x.data.subarray(row * x.columns, (row + 1) * x.columns), i * x.columns));
  return { x: { ...x, data, rows: rows.length }, y: Float32Array.from(rows, (row) => y[row]) };
}

const everyThird = Uint32Array.from({ length: 10_000 }, (_, i) => 3 * i + 1);

describe('quantileMatrix', () => {
  it('makes the cuts that a training of all rows would make', async () => {
    expect(await trainGbdt(await quantileMatrix(x), y, params)).toEqual(await trainGbdt(x, y, params));
    const coarse = await trainGbdt(await quantileMatrix(x, { maxBin: 50 }), y, params);
    expect(coarse).toEqual(await trainGbdt(x, y, { ...params, maxBin: 50 }));
  });

  it('gives the same model for any number of threads', async () => {
    const models = [];
    for (const threads of [1, 2, 3]) {
      const matrix = await quantileMatrix(x, { maxBin: 255, sample: 9000, threads });
      models.push(JSON.stringify(await trainGbdt(matrix, y, params, { rows: everyThird, threads })));
    }
    expect(new Set(models).size).toBe(1);
  });

  it('learns from cuts of a sample about as much as from those of all rows', async () => {
    const lossOf = async (matrix: Parameters<typeof trainGbdt>[0]) => {
      const p = await predictGbdt(await trainGbdt(matrix, y, { rounds: 30, maxDepth: 3 }), x);
      return -p.reduce((sum, value, i) => sum + Math.log(y[i] === 1 ? value : 1 - value), 0) / p.length;
    };
    expect(await lossOf(await quantileMatrix(x, { sample: 6000 }))).toBeCloseTo(await lossOf(x), 2);
  });

  it.each([
    [{ maxBin: 1 }, 'maxBin must be a whole number from 2 to 256: 1'],
    [{ sample: 0 }, 'sample must be at least 1: 0'],
    [{ threads: 0 }, 'threads must be a whole number from 1 to 64: 0'],
  ])('refuses %j', async (options, message) => {
    await expect(quantileMatrix(x, options)).rejects.toThrow(message);
    await expect(quantileMatrix(x, options)).rejects.toBeInstanceOf(InvalidInputError);
  });

  it('refuses a matrix whose values are not finite, and another maxBin in the training', async () => {
    const data = x.data.map((value, i) => (i === 8 ? Infinity : value));
    await expect(quantileMatrix({ ...x, data })).rejects.toThrow('row 2, column 1: Infinity is not finite');
    const matrix = await quantileMatrix(x, { maxBin: 20 });
    await expect(trainGbdt(matrix, y, { maxBin: 30 })).rejects.toThrow(
      "maxBin must be the quantile matrix's 20: 30",
    );
  });
});

describe('trainGbdt on some rows', () => {
  it('grows the trees that it grows from a matrix of those rows alone', async () => {
    const some = selected(everyThird);
    const weights = y.map((label, row) => 0.5 + label + (row % 3));
    const own = everyThird.map((row) => row);
    expect(await trainGbdt(x, y, params, { rows: everyThird })).toEqual(
      await trainGbdt(some.x, some.y, params),
    );
    expect(await trainGbdt(x, y, params, { rows: everyThird, weights })).toEqual(
      await trainGbdt(some.x, some.y, params, { weights: Array.from(own, (row) => weights[row]) }),
    );
  });

  it('asks nothing of the labels of other rows', async () => {
    const unknown = y.map((label, row) => (row % 3 === 1 ? label : -1));
    expect(await trainGbdt(x, unknown, params, { rows: everyThird })).toEqual(
      await trainGbdt(x, y, params, { rows: everyThird }),
    );
  });

  it.each([
    [Uint32Array.of(), 'rows must name at least one row'],
    [Uint32Array.of(1, 30_000), 'rows must be below 30000: 30000'],
    [[1, 2] as unknown as Uint32Array, 'rows must be a Uint32Array'],
  ])('refuses %p', async (rows, message) => {
    await expect(trainGbdt(x, y, params, { rows })).rejects.toThrow(message);
  });
});
