import type { FeatureMatrix } from '@clv/contracts';
import type { GbdtModel } from '@clv/gbdt';
import { doublyRobustEffects } from './doubly-robust-learner.js';

/** What the DR learner found of one offer in models of version 1, which learned offers one by one. */
export interface FirstVersionEffect {
  learner: 'DR';
  scores: GbdtModel;
  mixture: { outcomes: number; scores: number };
  average: number;
}

/** The effect of each offer on each row; see {@link doublyRobustEffects}. */
export async function firstVersionEffects(
  offers: readonly FirstVersionEffect[],
  x: FeatureMatrix,
  expected: readonly Float32Array[],
): Promise<Float32Array[]> {
  const found: Float32Array[] = [];
  for (const [offer, { learner, scores, mixture, average }] of offers.entries()) {
    const alone = {
      learner,
      trees: { averages: [average], own: [scores] },
      mixtures: { common: [mixture.outcomes, mixture.scores], apart: [0, 0] },
    };
    const [effect] = await doublyRobustEffects(alone, x, [expected[0], expected[offer + 1]]);
    found.push(effect);
  }
  return found;
}
