import { makeCustomers, takeRows } from '../test/customers.js';
import { fitChurn, predictChurn, prepareChurn } from './index.js';

const { table, schema } = makeCustomers(3_000);
const model = await fitChurn(table, schema, { params: { rounds: 20, earlyStoppingRounds: 0 } });
const rowsFrom = (first: number, rows: number) =>
  takeRows(
    table,
    Array.from({ length: rows }, (_, i) => first + i),
  );

describe('prepareChurn', () => {
  it('gives the chances of predictChurn, whatever tables came before', async () => {
    const predictor = await prepareChurn(model);
    const few = predictor.probabilities(rowsFrom(0, 10)).slice();
    for (const [first, rows] of [
      [0, 3_000],
      [2_500, 400],
      [7, 1],
      [100, 1_500],
    ]) {
      const some = rowsFrom(first, rows);
      expect(predictor.probabilities(some)).toEqual(await predictChurn(model, some));
    }
    expect(predictor.probabilities(rowsFrom(0, 10))).toEqual(few);
  });

  it('forgets the features of a table before: unknown levels are unknown, absent ones absent', async () => {
    const predictor = await prepareChurn(model);
    predictor.probabilities(table);
    const other = {
      contract: ['Weekly', '', 'Monthly'],
      tenure: [3, null, 9],
      calls: [1, 2, NaN],
      noise: [0, 0, 0],
    };
    expect(predictor.probabilities(other)).toEqual(await predictChurn(model, other));
  });

  it('refuses a table that lacks a column, and a model that is damaged', async () => {
    const predictor = await prepareChurn(model);
    expect(() => predictor.probabilities({ tenure: [1] })).toThrow('unknown column: contract');
    await expect(prepareChurn({ ...model, trees: {} as never })).rejects.toThrow('format');
  });
});
