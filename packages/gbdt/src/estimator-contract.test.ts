import { describeEstimator } from '../../../tools/estimator-contract/describe-estimator.js';
import type { Columns } from '../../../tools/estimator-contract/estimator.js';
import { sampleTable } from '../test/table.js';
import { predictGbdt, readModel, trainGbdt, type FeatureMatrix, type GbdtParams } from './index.js';

const numbers = ['tenure', 'charges', 'calls', 'usage'];
const { x, y } = sampleTable(300, numbers.length);
const columns = numbers.map((name, j) => [name, Array.from(y, (_, row) => x.data[row * numbers.length + j])]);
const table: Columns = { ...Object.fromEntries(columns), label: y };

/** The features of a table side by side, those that it has. */
function matrixOf(columns: Columns, wanted: readonly string[]): FeatureMatrix {
  const featureNames = wanted.filter((name) => name in columns);
  const rows = columns.label.length;
  const data = new Float32Array(rows * featureNames.length);
  featureNames.forEach((name, j) => {
    for (let row = 0; row < rows; row++) data[row * featureNames.length + j] = Number(columns[name][row]);
  });
  return { data, rows, columns: featureNames.length, featureNames };
}

describe.each<GbdtParams>([
  { rounds: 8 },
  { rounds: 8, subsample: 0.7, seed: 3 },
  { rounds: 8, objective: 'reg:squarederror' },
])('with %j', (params) => {
  describeEstimator('gbdt', {
    table,
    numbers,
    options: params,
    choosesColumns: true,
    blank: 'taken',
    lacking: () => "x.columns must be the model's 4: 3",
    fit: (columns, options, features) =>
      trainGbdt(matrixOf(columns, features), columns.label as Float32Array, options),
    apply: async (model, columns) => [
      await predictGbdt(model, matrixOf(columns, model?.featureNames ?? numbers)),
    ],
    load: readModel,
  });
});
