import { randomSource } from '@clv/contracts';
import { risingOrder } from './rising-order.js';

const random = randomSource(7);
const draws = {
  'different values': () => random() - 0.5,
  'values of which many are equal': () => Math.floor(20 * random()) - 10,
  'values of every size': () => (random() < 0.5 ? -1 : 1) * 10 ** (600 * random() - 300),
  'infinite values': () => [-Infinity, 1, Infinity][Math.floor(3 * random())],
  'one value': () => 1.5,
};

describe('risingOrder', () => {
  it.each(
    Object.entries(draws).flatMap(([what, draw]) => [0, 1, 500, 5_000].map((rows) => ({ what, draw, rows }))),
  )('puts $rows rows of $what in order, equal ones as they came', ({ draw, rows }) => {
    const values = Float64Array.from({ length: rows }, draw);
    const byComparing = Array.from(values.keys()).sort((a, b) =>
      values[a] === values[b] ? a - b : values[a] < values[b] ? -1 : 1,
    );
    expect(Array.from(risingOrder(values))).toEqual(byComparing);
  });
});
