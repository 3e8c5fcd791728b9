import type { GbdtModel } from '../model.js';
import { readModel } from './read-model.js';
import { toXgboostJson } from './to-xgboost-json.js';

/** Numbers in lists that `JSON.stringify` spells without a point or an exponent, so that XGBoost takes them for integers. */
const longIntegers = /(?<=[[,])-?\d{16,}(?=[\],])/g;

/**
 * The text of the file `model.json` that XGBoost 1.7 to 3.x loads: what `toXgboostJson` gives, whatever the sizes of thresholds, gains
 * and leaves.
 *
 * @throws ModelFormatError where the model is damaged
 */
export function toXgboostText(model: GbdtModel): string {
  const { featureNames = [], ...nameless } = readModel(model);
  const names = JSON.stringify(featureNames);
  return JSON.stringify(toXgboostJson(nameless))
    .replace(longIntegers, (digits) => Number(digits).toExponential())
    .replace('"feature_names":[]', () => `"feature_names":${names}`);
}
