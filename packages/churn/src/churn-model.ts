import type { GbdtModel } from '@clv/gbdt';
import type { Encoding } from '@clv/table';
import type { Calibration } from './calibration/calibration.js';
import type { Reference } from './drift/distribution.js';
import type { EngineName } from './engine/engine-name.js';
import type { TreeParams } from './engine/tree-engine.js';
import type { ChurnReport } from './evaluate.js';
import type { SurvivalModel } from './survival/survival-model.js';
import type { Fingerprint } from './training/fingerprint.js';

/** Who will leave, as plain data: `JSON.parse(JSON.stringify(model))` is the same model, bit for bit. */
export interface ChurnModel {
  format: 'clv-churn';
  version: 1;
  engine: EngineName;
  params: Required<TreeParams>;
  /** Into how many parts customers were divided for cross-fitting; 1 where a fifth was held out, once. */
  folds: number;
  seed: number;
  /** How columns become features. */
  encoding: Encoding;
  /** Fitted on every customer whose outcome is known; they give log-odds. */
  trees: GbdtModel;
  /** Turns the trees' log-odds into probabilities. */
  calibration: Calibration;
  /** Held-out figures: each customer judged by trees and a calibration that did not see that customer. */
  report: ChurnReport;
  /** Where customers were put in order of time: how the latest fold was predicted by those before it; absent where all
   * of them did the same. */
  latest?: ChurnReport;
  /** How long customers stay; only where the schema names the tenure. */
  survival?: SurvivalModel;
  /** What a reader must know, in sentences. */
  warnings: string[];
  /** The distribution of the columns and of the held-out probabilities, for `drift` to compare with. */
  reference: Reference;
  /** What it was fitted on. */
  fingerprint: Fingerprint;
  /** The package and its version. */
  madeBy: string;
}
