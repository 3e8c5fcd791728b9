import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleTable } from '../test/table.js';
import {
  explainGbdt,
  fromXgboostJson,
  predictGbdt,
  toXgboostText,
  trainGbdt,
  type GbdtParams,
} from './index.js';

const ROWS = 10_000;
const COLUMNS = 8;

/** Loads our model beside one that XGBoost trains and saves itself; writes what both predict, and contributions. */
const peer = `
import json, sys, numpy as np, xgboost as xgb
folder, objective = sys.argv[1], sys.argv[2]
read = lambda name: np.fromfile(f'{folder}/{name}.bin', np.float32)
x, y = read('x').reshape(${ROWS}, ${COLUMNS}), read('y')
ours = xgb.Booster(model_file=f'{folder}/ours.json')
matrix = xgb.DMatrix(x)
native = xgb.train(dict(objective=objective, tree_method='hist', base_score=0.4, nthread=1), xgb.DMatrix(x, y), 20)
native.save_model(f'{folder}/native.json')
for name, booster in (('ours', ours), ('native', native)):
    booster.predict(matrix).astype(np.float32).tofile(f'{folder}/{name}-predicted.bin')
    booster.predict(xgb.DMatrix(x[:500]), pred_contribs=True).astype(np.float32).tofile(f'{folder}/{name}-contribs.bin')
`;

const python = [process.env.PYTHON, '/usr/bin/python3', 'python3'].find((command) => {
  try {
    execFileSync(command ?? '', ['-c', 'import numpy, xgboost'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});
if (!python)
  process.stderr.write(
    'no python3 with xgboost here: parity with a live XGBoost is not tested, only its golden files are\n',
  );

const maximumDifference = (a: Float32Array, b: Float32Array) => {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
};

/** Loads our model, and writes what it predicts. */
const readingPeer = `
import sys, numpy as np, xgboost as xgb
folder = sys.argv[1]
x = np.fromfile(f'{folder}/x.bin', np.float32).reshape(${ROWS}, ${COLUMNS})
xgb.Booster(model_file=f'{folder}/ours.json').predict(xgb.DMatrix(x)).astype(np.float32).tofile(f'{folder}/read.bin')
`;

/** Trains on the weights and parameters given, and writes what it predicts. */
const trainingPeer = `
import json, sys, numpy as np, xgboost as xgb
folder, params, rounds = sys.argv[1], json.loads(sys.argv[2]), int(sys.argv[3])
read = lambda name: np.fromfile(f'{folder}/{name}.bin', np.float32)
x, y, weights = read('x').reshape(${ROWS}, ${COLUMNS}), read('y'), read('weights')
matrix = xgb.DMatrix(x, y, weight=weights if len(weights) else None)
xgb.train(dict(params, tree_method='hist', base_score=0.5, nthread=1), matrix, rounds).predict(matrix).tofile(f'{folder}/predicted.bin')
`;

(python ? describe : describe.skip)('beside a live XGBoost', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gbdt-parity-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const { x, y } = sampleTable(ROWS, COLUMNS);
  const few = { data: x.data.subarray(0, 500 * COLUMNS), rows: 500, columns: COLUMNS };
  const read = (name: string) => {
    const { buffer, byteOffset, byteLength } = readFileSync(join(folder, name));
    return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
  };

  it.each(['binary:logistic', 'reg:squarederror'] as const)(
    'models of %s go both ways, over 10,000 rows with missing values',
    async (objective) => {
      const params: GbdtParams = { objective, rounds: 20, baseScore: 0.4 };
      const ours = await trainGbdt(x, y, params);
      writeFileSync(join(folder, 'ours.json'), toXgboostText(ours));
      writeFileSync(join(folder, 'x.bin'), x.data);
      writeFileSync(join(folder, 'y.bin'), y);
      execFileSync(python!, ['-c', peer, folder, objective], { stdio: ['ignore', 'ignore', 'inherit'] });
      const native = fromXgboostJson(JSON.parse(readFileSync(join(folder, 'native.json'), 'utf8')));

      for (const [name, model] of [
        ['ours', ours],
        ['native', native],
      ] as const) {
        expect(
          maximumDifference(await predictGbdt(model, x), read(`${name}-predicted.bin`)),
        ).toBeLessThanOrEqual(1e-6);
        const { values } = await explainGbdt(model, few);
        expect(maximumDifference(values, read(`${name}-contribs.bin`))).toBeLessThanOrEqual(1e-5);
      }
    },
  );

  it('reads a model of times in nanoseconds', async () => {
    const data = x.data.map((value, i) => (i % COLUMNS ? value : 1.6e18 + value * 1e15));
    const times = { ...x, data };
    const ours = await trainGbdt(times, y, { rounds: 20 });
    expect(ours.trees.some(({ threshold }) => threshold.some((value) => value > 2 ** 50))).toBe(true);
    writeFileSync(join(folder, 'ours.json'), toXgboostText(ours));
    writeFileSync(join(folder, 'x.bin'), data);
    execFileSync(python!, ['-c', readingPeer, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    expect(maximumDifference(await predictGbdt(ours, times), read('read.bin'))).toBeLessThanOrEqual(1e-6);
  });

  it.each([
    ['256 bins', { max_bin: 256 }, { maxBin: 256 }, false],
    ['32 bins, sketched in many pieces', { max_bin: 32, max_depth: 4 }, { maxBin: 32, maxDepth: 4 }, false],
    ['weighted rows', { reg_alpha: 0.3, gamma: 0.2 }, { alpha: 0.3, gamma: 0.2 }, true],
    ['heavier positives', { scale_pos_weight: 50, max_bin: 32 }, { scalePosWeight: 50, maxBin: 32 }, false],
    ['heavier positives of weighted rows', { scale_pos_weight: 50 }, { scalePosWeight: 50 }, true],
    ['rows that together are no leaf', { min_child_weight: 1e5 }, { minChildWeight: 1e5 }, false],
    ['a regression', { objective: 'reg:squarederror' }, { objective: 'reg:squarederror' }, false],
  ] as [string, object, GbdtParams, boolean][])(
    'grows the same trees, for %s: predictions differ by rounding alone',
    async (_, theirs, params, weighted) => {
      const weights = weighted ? y.map((label, row) => 0.5 + label + (row % 3)) : undefined;
      for (const [name, data] of Object.entries({ x: x.data, y, weights: weights ?? new Float32Array() }))
        writeFileSync(join(folder, `${name}.bin`), data);
      const settings = JSON.stringify({ objective: 'binary:logistic', ...theirs });
      execFileSync(python!, ['-c', trainingPeer, folder, settings, '30'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const model = await trainGbdt(x, y, { rounds: 30, ...params }, { weights });
      expect(maximumDifference(await predictGbdt(model, x), read('predicted.bin'))).toBeLessThanOrEqual(1e-4);
    },
  );
});
