import { shapes, type Shape } from '@clv/contracts';
import { calibrationShape } from '../calibration/calibration-shape.js';
import type { ChurnModel } from '../churn-model.js';
import { engineNames } from '../engine/engine-name.js';
import type { TreeParams } from '../engine/tree-engine.js';
import type { ChurnReport } from '../evaluate.js';
import { survivalShape } from '../survival/survival-shape.js';

const { exactly, finite, listOf, nullable, object, tagged, text, whole } = shapes;

/** The fields of a type; the compiler makes sure that none is forgotten. */
type Fields<T> = Record<keyof T, Shape>;

const params: Fields<TreeParams> = {
  rounds: whole(1),
  eta: finite,
  maxDepth: whole(1, 16),
  minChildWeight: finite,
  lambda: finite,
  subsample: finite,
  colsampleBytree: finite,
  earlyStoppingRounds: whole(0),
};

const levels = { column: text, kind: text, levels: listOf(text) };
const encoding = object({
  format: exactly('clv-encoding'),
  version: exactly(1),
  decimal: exactly('.', ','),
  columns: listOf(
    tagged('kind', {
      number: object({ column: text, kind: text }),
      boolean: object({ column: text, kind: text }),
      'one-hot': object(levels),
      ordinal: object(levels),
      date: object({ column: text, kind: text, snapshot: text }),
    }),
  ),
  featureNames: listOf(text),
  leftOut: listOf(object({ column: text, why: text })),
});

const { scores, ...measured }: Fields<ChurnReport> = {
  rows: whole(1),
  churnRate: finite,
  auc: finite,
  aucInterval: listOf(finite, 2),
  prAuc: finite,
  logLoss: finite,
  brier: finite,
  brierParts: object({ miscalibration: finite, discrimination: finite, uncertainty: finite }),
  ece: finite,
  calibrationCurve: listOf(object({ customers: whole(1), predicted: finite, observed: finite })),
  deciles: listOf(object({ share: finite, gain: finite, lift: finite })),
  ks: finite,
  empc: object({ profit: finite, fraction: finite }),
  mpc: object({ threshold: nullable(finite), fraction: finite, profit: finite }),
  scores: object({ labels: listOf(exactly(0, 1)), probabilities: listOf(finite) }),
};
const report = object(measured, { scores });

const distribution = object({
  column: text,
  edges: listOf(finite),
  count: whole(1),
  customers: listOf(whole(0)),
});

export const referenceShape = object({ columns: listOf(distribution), score: distribution });

const { latest, survival, ...always }: Fields<ChurnModel> = {
  format: exactly('clv-churn'),
  version: exactly(1),
  engine: exactly(...engineNames),
  params: object(params),
  folds: whole(1),
  seed: whole(Number.MIN_SAFE_INTEGER),
  encoding,
  // `readModel` of @clv/gbdt looks into the trees
  trees: () => undefined,
  calibration: calibrationShape,
  report,
  latest: report,
  survival: survivalShape,
  warnings: listOf(text),
  reference: referenceShape,
  fingerprint: object({
    rows: whole(1),
    known: whole(1),
    churned: whole(1),
    features: whole(1),
    sha256: text,
  }),
  madeBy: text,
};

/** Version 1 of a churn model, its trees left out. */
export const modelShape = object(always, { latest, survival });
