import { sampleForest } from '../test/forest.js';
import { predictGbdt, type FeatureMatrix } from './index.js';

const { x, y, model, rowsOf } = await sampleForest();

describe('predictGbdt', () => {
  it('gives a row the same number alone and among thousands, whatever the threads', async () => {
    const margins = await predictGbdt(model, x, { output: 'margin' });
    for (const threads of [2, 3])
      expect(await predictGbdt(model, x, { output: 'margin', threads })).toEqual(margins);
    for (const row of [0, 1, 4_500, 9_000])
      expect((await predictGbdt(model, rowsOf(row, 1), { output: 'margin' }))[0]).toBe(margins[row]);
  });

  it('is the base and the values of the leaves it names, through the link', async () => {
    const few = rowsOf(10, 40);
    const leaves = await predictGbdt(model, few, { output: 'leaf' });
    const margins = await predictGbdt(model, few, { output: 'margin' });
    const p = await predictGbdt(model, few);
    for (let row = 0; row < 40; row++) {
      const sum = model.trees.reduce((total, tree, t) => total + tree.value[leaves[row * 25 + t]], 0);
      expect(margins[row]).toBeCloseTo(sum, 5);
      expect(p[row]).toBeCloseTo(1 / (1 + Math.exp(-sum)), 6);
    }
  });

  it('predicts nothing for no rows', async () => {
    expect(await predictGbdt(model, rowsOf(0, 0))).toEqual(new Float32Array(0));
  });

  it('survives a model being saved and loaded', async () => {
    expect(await predictGbdt(JSON.parse(JSON.stringify(model)), x)).toEqual(await predictGbdt(model, x));
  });

  it.each([
    [
      'rows of other columns',
      { data: new Float32Array(12), rows: 2, columns: 6 },
      "x.columns must be the model's 7: 6",
    ],
    [
      'data of another size',
      { data: new Float32Array(13), rows: 2, columns: 7 },
      'x.data must hold rows * columns = 14 values: 13',
    ],
    ['data of another type', { data: [1, 2], rows: 1, columns: 2 }, 'x.data must be a Float32Array'],
    [
      'names of another number',
      { data: new Float32Array(7), rows: 1, columns: 7, featureNames: ['a'] },
      'x.featureNames must name each of the 7 columns: 1 names',
    ],
  ])('refuses %s', async (_, rows, message) => {
    await expect(predictGbdt(model, rows as FeatureMatrix)).rejects.toThrow(message);
  });

  it.each(['probability', 'margin', 'leaf'] as const)(
    'gives the %s of the rows asked for',
    async (output) => {
      const all = await predictGbdt(model, x, { output });
      const each = all.length / x.rows;
      for (const rows of [Uint32Array.of(), Uint32Array.of(8, 3, 3), Uint32Array.from(y.keys()).reverse()]) {
        const some = await predictGbdt(model, x, { output, rows });
        expect(some).toEqual(
          Float32Array.from(
            { length: rows.length * each },
            (_, i) => all[rows[Math.floor(i / each)] * each + (i % each)],
          ),
        );
      }
      await expect(predictGbdt(model, x, { output, rows: Uint32Array.of(x.rows) })).rejects.toThrow(
        'rows must be below 9001: 9001',
      );
    },
  );

  it('refuses an unknown output or an impossible number of threads', async () => {
    await expect(predictGbdt(model, x, { output: 'probabilty' as never })).rejects.toThrow(
      'unknown output: probabilty (did you mean probability?)',
    );
    await expect(predictGbdt(model, x, { threads: 0 })).rejects.toThrow(
      'threads must be a whole number from 1 to 64: 0',
    );
  });
});
