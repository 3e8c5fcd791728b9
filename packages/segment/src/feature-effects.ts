import type { Points } from './kmeans/points.js';
import type { FeatureEffect } from './naming/describe.js';
import type { SegmentModel } from './segment-model.js';

/** How far each segment's mean of each feature lies from everyone's, in standard deviations of everyone's. */
export function featureEffects(
  model: SegmentModel,
  { values, rows, dimensions }: Points,
  segment: Int32Array,
): FeatureEffect[][] {
  const k = model.centroids.length;
  const sizes = new Int32Array(k);
  const sums = new Float64Array(k * dimensions);
  const squares = new Float64Array(dimensions);
  for (let i = 0; i < rows; i++) {
    sizes[segment[i]]++;
    for (let j = 0; j < dimensions; j++) {
      const value = values[i * dimensions + j];
      sums[segment[i] * dimensions + j] += value;
      squares[j] += value * value;
    }
  }
  const means = Array.from(squares, (_, j) => {
    let sum = 0;
    for (let s = 0; s < k; s++) sum += sums[s * dimensions + j];
    return sum / rows;
  });
  const deviations = means.map((mean, j) => Math.sqrt(Math.max(0, squares[j] / rows - mean * mean)));
  return Array.from({ length: k }, (_, s) =>
    means.map((mean, j) => {
      const gap = sums[s * dimensions + j] / sizes[s] - mean;
      const effect = deviations[j] > 0 && sizes[s] > 0 ? gap / deviations[j] : 0;
      return { feature: model.features[j], effect };
    }),
  );
}
