import { describeOddOptions } from '../../../tools/odd-options/describe-odd-options.js';
import { sampleTable } from '../test/table.js';
import * as gbdt from './index.js';

const { x, y } = sampleTable(60, 3, { missing: 0 });
const rows = Uint32Array.from({ length: 50 }, (_, row) => row);
const named = { ...x, featureNames: ['a', 'b', 'c'] };
const validation = { x, y };

const params: Required<gbdt.GbdtParams> = {
  objective: 'binary:logistic',
  rounds: 3,
  eta: 0.3,
  maxDepth: 2,
  lambda: 1,
  alpha: 0,
  gamma: 0,
  minChildWeight: 1,
  subsample: 1,
  colsampleBytree: 1,
  maxBin: 16,
  scalePosWeight: 1,
  baseScore: 0.5,
  monotoneConstraints: [0, 0, 0],
  earlyStoppingRounds: 2,
  seed: 1,
};
const io: Required<gbdt.TrainIo> = {
  rows,
  weights: y.map(() => 1),
  validation,
  threads: 1,
  signal: new AbortController().signal,
  onRound: () => {},
};
const cutting: Required<gbdt.QuantileOptions> = { maxBin: 16, sample: 40, threads: 1 };
const predicting: Required<gbdt.PredictOptions> = { output: 'margin', threads: 1, rows };

let model: gbdt.GbdtModel;
let cut: gbdt.QuantileMatrix;
beforeAll(async () => {
  cut = await gbdt.quantileMatrix(x);
  model = await gbdt.trainGbdt(named, y, { rounds: 3 });
});

/** A model that can be read holds finite numbers alone. */
const trained = async (...args: Parameters<typeof gbdt.trainGbdt>) =>
  gbdt.readModel(await gbdt.trainGbdt(...args));

describeOddOptions(
  { ...gbdt, trainGbdt: trained },
  {
    trainGbdt: () => ({ x: named, y, params, io }),
    'trainGbdt on rows whose quantiles are known': () => ({ x: cut, y, params: { rounds: 2 } }),
    quantileMatrix: () => ({ x: named, options: cutting }),
    predictGbdt: () => ({ model, x: named, options: predicting }),
    prepareGbdt: () => ({ model }),
    explainGbdt: () => ({ model, x: named }),
    importance: () => ({ model, kind: 'gain' }),
    fromXgboostJson: () => ({ model: gbdt.toXgboostJson(model) }),
    toXgboostJson: () => ({ model }),
    toXgboostText: () => ({ model }),
    readModel: () => ({ json: model, path: 'trees' }),
  },
  {
    fixed: ['readModel.path'],
    working: ['prepareGbdt'],
    made: ['model', 'json', 'cuts', 'facts'],
    open: ['trainGbdt.x'],
  },
);
