import type { DoublyRobustEffects } from './doubly-robust-learner.js';
import type { ScoreTrees } from './score-trees.js';

/** What the DR learner found in models of version 2, which weighed estimates once, for whatever they say. */
export interface SecondVersionEffects {
  learner: 'DR';
  trees: ScoreTrees;
  mixture: number[];
}

/** The same in two parts, each weighed as the whole was. */
export const inTwoParts = ({ learner, trees, mixture }: SecondVersionEffects): DoublyRobustEffects => ({
  learner,
  trees,
  mixtures: { common: mixture, apart: mixture },
});
