import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleTable } from '../test/table.js';
import {
  explainGbdt,
  fromXgboostJson,
  predictGbdt,
  toXgboostJson,
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
native = xgb.train(dict(objective=objective, tree_method='hist', base_score=0.4), xgb.DMatrix(x, y), 20)
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
      writeFileSync(join(folder, 'ours.json'), JSON.stringify(toXgboostJson(ours)));
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
      const error = (p: Float32Array) =>
        Math.sqrt(p.reduce((sum, value, i) => sum + (value - y[i]) ** 2, 0) / ROWS);
      expect(Math.abs(error(await predictGbdt(ours, x)) - error(await predictGbdt(native, x)))).toBeLessThan(
        0.005,
      );
    },
  );
});
