import type { FeatureMatrix } from '@clv/contracts';
import { plantForest } from './engine/forest.js';
import { loadKernel } from './engine/kernel.js';
import { forEachSlab, slabRows } from './engine/slabs.js';
import { checkRowsFor } from './input/check-matrix.js';
import { readModel } from './model-file/read-model.js';
import { baseMargin, type GbdtModel } from './model.js';

/** Exact TreeSHAP values of a matrix (Lundberg et al. 2018). */
export interface Explanation {
  /**
   * `rows * (columns + 1)` numbers, row-major: what each feature adds to the row's margin, and last the bias, the margin
   * of an average row. A row's numbers add up to its margin.
   */
  values: Float32Array;
}

/**
 * Explains predictions by exact Shapley values of the trees (TreeSHAP, path-dependent; Lundberg, Erion & Lee 2018,
 * algorithm 2), as XGBoost's `pred_contribs`.
 *
 * @param x rows with the model's columns; NaN is missing
 * @throws InvalidInputError where `x` does not fit the model; ModelFormatError where the model is damaged
 */
export async function explainGbdt(model: GbdtModel, x: FeatureMatrix): Promise<Explanation> {
  const checked = readModel(model);
  const { columns } = checked;
  checkRowsFor(columns, x);
  const width = columns + 1;
  const values = new Float32Array(x.rows * width);

  const { memory, kernel } = await loadKernel(false);
  const size = slabRows(x);
  plantForest(kernel, memory, checked, { rows: size, outputs: width }, (levels) =>
    kernel.explainScratch(columns, levels),
  );
  const staged = new Float32Array(memory.buffer, kernel.forestRows() >>> 0, size * columns);
  const output = new Float32Array(memory.buffer, kernel.forestOutput() >>> 0, size * width);
  forEachSlab(x, size, (rows, first, count) => {
    staged.set(rows);
    kernel.explainRows(count);
    values.set(output.subarray(0, count * width), first * width);
  });

  const base = baseMargin(checked);
  for (let bias = columns; bias < values.length; bias += width) values[bias] += base;
  return { values };
}
