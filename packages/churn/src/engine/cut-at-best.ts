import { predictGbdt, type GbdtModel } from '@clv/gbdt';
import type { Examples } from './tree-engine.js';

/** The first trees of a model, as many as predict the watchers best: for an engine that does not stop by itself. */
export async function cutAtBest(model: GbdtModel, { matrix, labels }: Examples): Promise<GbdtModel> {
  const leaves = await predictGbdt(model, matrix, { output: 'leaf' });
  const margins = new Float64Array(labels.length);
  let best = { loss: Infinity, trees: 0 };
  model.trees.forEach(({ value }, tree) => {
    let loss = 0;
    for (let row = 0; row < labels.length; row++) {
      margins[row] += value[leaves[row * model.trees.length + tree]];
      loss += Math.log1p(Math.exp(labels[row] === 1 ? -margins[row] : margins[row]));
    }
    if (loss < best.loss) best = { loss, trees: tree + 1 };
  });
  return { ...model, trees: model.trees.slice(0, best.trees) };
}
