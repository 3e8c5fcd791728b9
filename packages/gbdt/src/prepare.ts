import type { FeatureMatrix } from '@clv/contracts';
import { slabRows } from './engine/slabs.js';
import { standForest } from './engine/standing-forest.js';
import { checkRowsFor } from './input/check-matrix.js';
import { readModel } from './model-file/read-model.js';
import { baseMargin, type GbdtModel } from './model.js';

/** A model that is ready to predict. */
export interface GbdtPredictor {
  /**
   * One margin a row, as `predictGbdt` gives it.
   *
   * @param x rows with the model's columns; NaN is missing
   * @throws InvalidInputError where `x` does not fit the model
   */
  margins(x: FeatureMatrix): Float32Array;
}

/**
 * Makes a model ready to predict batch after batch: it is checked and laid out in memory once, where `predictGbdt` does so
 * for each table. It works in the calling thread and holds some megabytes for as long as it is there; later changes of
 * the model are not seen.
 *
 * @throws ModelFormatError where the model is damaged
 */
export async function prepareGbdt(model: GbdtModel): Promise<GbdtPredictor> {
  const checked = readModel(model);
  const { columns } = checked;
  const forest = await standForest(checked, slabRows({ rows: Infinity, columns }), 1);
  const base = baseMargin(checked);
  return {
    margins(x) {
      checkRowsFor(columns, x);
      const margins = new Float32Array(x.rows).fill(base);
      forest.addTo(margins, { x });
      return margins;
    },
  };
}
