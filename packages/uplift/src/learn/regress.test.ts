import { randomSource } from '@clv/contracts';
import { predict, regress } from './regress.js';

const rows = 400;
const next = randomSource(5);
const x = { data: Float32Array.from({ length: 2 * rows }, () => next()), rows, columns: 2 };
const money = Float64Array.from({ length: rows }, (_, row) => 30 * x.data[2 * row] + next());
const params = { rounds: 20, maxDepth: 3 };

describe('regress', () => {
  it.each([-40, -1, 3, 60])('predicts the same in a unit 2^%d times as large', async (power) => {
    const unit = 2 ** power;
    const fitted = async (y: Float64Array) =>
      predict(await regress({ x, y, binary: false }, params, { threads: 1 }), x);
    const told = await fitted(money.map((value) => value / unit));
    expect(told.map((value) => value * unit)).toEqual(await fitted(money));
  });

  it.each([
    [true, 1],
    [false, 17.25],
  ])('predicts what is the same for all, whether a probability (%p) or not', async (binary, same) => {
    const y = new Float64Array(rows).fill(same);
    const weights = y.map(() => 2 * next());
    const model = await regress({ x, y, binary, weights }, params, { threads: 1 });
    for (const value of await predict(model, x)) expect(value).toBeCloseTo(same, 6);
  });
});
