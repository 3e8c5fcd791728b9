import { sampleForest } from '../test/forest.js';
import { predictGbdt, prepareGbdt } from './index.js';

const { x, model, rowsOf } = await sampleForest();

describe('prepareGbdt', () => {
  it('gives the margins of predictGbdt, batch after batch, of none and of many rows', async () => {
    const predictor = await prepareGbdt(model);
    for (const [first, rows] of [
      [0, 9_001],
      [17, 1],
      [40, 0],
      [3, 4_099],
    ]) {
      const some = rowsOf(first, rows);
      expect(predictor.margins(some)).toEqual(await predictGbdt(model, some, { output: 'margin' }));
    }
  });

  it('takes tables of more rows than are worked on at a time', async () => {
    const rows = 160_000;
    const data = new Float32Array(rows * 7);
    for (let row = 0; row < rows; row++)
      data.set(x.data.subarray((row % 9_001) * 7, ((row % 9_001) + 1) * 7), row * 7);
    const few = await predictGbdt(model, x, { output: 'margin' });
    const margins = (await prepareGbdt(model)).margins({ data, rows, columns: 7 });
    expect(margins.every((margin, row) => margin === few[row % 9_001])).toBe(true);
  });

  it('stands beside other models', async () => {
    const one = await prepareGbdt(model);
    const fewer = { ...model, trees: model.trees.slice(0, 10) };
    const other = await prepareGbdt(fewer);
    expect(one.margins(x)).toEqual(await predictGbdt(model, x, { output: 'margin' }));
    expect(other.margins(x)).toEqual(await predictGbdt(fewer, x, { output: 'margin' }));
  });

  it('refuses rows of other columns, and a model that is damaged', async () => {
    const predictor = await prepareGbdt(model);
    const narrow = { data: new Float32Array(12), rows: 2, columns: 6 };
    expect(() => predictor.margins(narrow)).toThrow("x.columns must be the model's 7: 6");
    await expect(prepareGbdt({ ...model, trees: [{}] as never })).rejects.toThrow('trees[0].feature');
  });
});
