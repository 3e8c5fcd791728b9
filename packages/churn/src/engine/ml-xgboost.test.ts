import { randomSource, type FeatureMatrix } from '@clv/contracts';
import { predictGbdt, toXgboostJson, fromXgboostJson } from '@clv/gbdt';
import { decodeBooster } from './decode-booster.js';
import { loadMlXgboost } from './load-ml-xgboost.js';
import type { Examples } from './tree-engine.js';
import { boosterRows, mlXgboostEngine } from './ml-xgboost.js';

/** Numbers of which some are missing and some are -1, which is ml-xgboost's own mark of a missing value. */
function matrixOf(rows: number, columns: number, seed = 3): { matrix: FeatureMatrix; labels: Float32Array } {
  const random = randomSource(seed);
  const value = () => (random() < 0.1 ? NaN : Math.round(random() * 8) - 4);
  const data = Float32Array.from({ length: rows * columns }, value);
  const labels = Float32Array.from({ length: rows }, (_, row) => {
    const signal = (data[row * columns] || 0) + (data[row * columns + 1] === -1 ? 3 : 0);
    return random() < 1 / (1 + Math.exp(-signal)) ? 1 : 0;
  });
  return { matrix: { data, rows, columns }, labels };
}

const defaultParams = mlXgboostEngine.defaults(2000);
const grow = (examples: Examples, params = defaultParams) =>
  mlXgboostEngine.grow(examples, params, { seed: 1 });

describe('decodeBooster', () => {
  it('gives trees that predict as ml-xgboost does, missing values and -1 included', async () => {
    const { matrix, labels } = matrixOf(3000, 5);
    const Booster = await loadMlXgboost();
    const booster = new Booster({
      objective: 'binary:logistic',
      max_depth: 6,
      eta: 0.3,
      subsample: 1,
      iterations: 40,
      gamma: 1,
    });
    booster.train(boosterRows(matrix), Array.from(labels));
    const theirs = booster.predict(boosterRows(matrix));
    const ours = await predictGbdt(decodeBooster(Uint8Array.from(booster.toJSON().model)), matrix);
    booster.free();
    expect(Math.max(...theirs.map((p, row) => Math.abs(p - ours[row])))).toBeLessThan(1e-6);
    expect(Math.max(...theirs) - Math.min(...theirs)).toBeGreaterThan(0.9);
  });
});

describe('mlXgboostEngine', () => {
  it('grows the same trees for the same seed, which survive the way through XGBoost’s JSON', async () => {
    const { matrix, labels } = matrixOf(2000, 5);
    const [once, again] = [await grow({ matrix, labels }), await grow({ matrix, labels })];
    expect(again).toEqual(once);
    expect(once.trees.trees).toHaveLength(defaultParams.rounds);
    const file = JSON.parse(JSON.stringify(toXgboostJson(once.trees)));
    expect(await predictGbdt(fromXgboostJson(file), matrix)).toEqual(await predictGbdt(once.trees, matrix));
  });

  it('keeps -1 apart from missing', async () => {
    const data = Float32Array.from({ length: 400 }, (_, row) => [NaN, -1, -2, 0][row % 4]);
    const labels = Float32Array.from(data, (value) => (value === -1 ? 1 : 0));
    const params = { ...defaultParams, rounds: 50, eta: 1, minChildWeight: 0, colsampleBytree: 1 };
    const { trees } = await grow({ matrix: { data, rows: 400, columns: 1 }, labels }, params);
    const [missing, minusOne, minusTwo, zero] = await predictGbdt(trees, {
      data: data.slice(0, 4),
      rows: 4,
      columns: 1,
    });
    expect(minusOne).toBeGreaterThan(0.9);
    expect(Math.max(missing, minusTwo, zero)).toBeLessThan(0.1);
  });

  it('thins rows that overflow its stack, and says so', async () => {
    const { matrix, labels } = matrixOf(30_000, 50);
    const { trees, warnings } = await grow({ matrix, labels }, { ...defaultParams, rounds: 2 });
    expect(trees.trees).toHaveLength(2);
    expect(warnings).toEqual([expect.stringContaining('23,130 of 30,000')]);
  });

  it('cuts off the trees after those that predict the watchers best', async () => {
    const { matrix, labels } = matrixOf(3000, 5);
    const params = { ...defaultParams, rounds: 60, eta: 0.6, maxDepth: 6, minChildWeight: 0 };
    const all = await grow({ matrix, labels }, params);
    const fresh = matrixOf(2000, 5, 4);
    const cut = await mlXgboostEngine.grow({ matrix, labels }, params, { seed: 1, watchers: fresh });
    const loss = async (trees: number) => {
      const p = await predictGbdt({ ...all.trees, trees: all.trees.trees.slice(0, trees) }, fresh.matrix);
      return p.reduce((sum, value, row) => sum - Math.log(fresh.labels[row] ? value : 1 - value), 0);
    };
    const losses = await Promise.all(all.trees.trees.map((_, tree) => loss(tree + 1)));
    expect(cut.trees.trees).toHaveLength(losses.indexOf(Math.min(...losses)) + 1);
    expect(cut.trees.trees.length).toBeLessThan(60);
  });

  it('leaves no listener behind', async () => {
    await loadMlXgboost();
    expect(process.listenerCount('uncaughtException')).toBe(0);
  });
});
