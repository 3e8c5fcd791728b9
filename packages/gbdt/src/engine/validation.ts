import type { FeatureMatrix } from '@clv/contracts';
import { baseMargin, type GbdtObjective, type GbdtTree } from '../model.js';
import { addTree } from './walk-tree.js';

/** Rows kept apart, to see when more trees stop helping. */
export interface ValidationSet {
  x: FeatureMatrix;
  y: ArrayLike<number>;
}

const ROWS_A_LOGARITHM = 32;

/** Follows the loss on a validation set, tree by tree, and remembers the best. */
export class Validation {
  private readonly margins: Float32Array;
  private best = { trees: 0, loss: Infinity };

  constructor(
    private readonly set: ValidationSet,
    private readonly params: { objective: GbdtObjective; baseScore: number },
  ) {
    this.margins = new Float32Array(set.x.rows).fill(baseMargin(params));
  }

  /** The loss with the tree added: log-loss for `binary:logistic`, root mean squared error else. */
  add(tree: GbdtTree, trees: number): number {
    addTree(tree, this.set, this.margins);
    const loss = this.params.objective === 'binary:logistic' ? this.logLoss() : this.rootMeanSquare();
    if (loss < this.best.loss) this.best = { trees, loss };
    return loss;
  }

  /** With how many trees the loss was least. */
  get bestTrees(): number {
    return this.best.trees;
  }

  /** One logarithm for several rows: that of the product of their odds, each from 1 to 2. */
  private logLoss(): number {
    const { margins, set } = this;
    let sum = 0;
    for (let first = 0; first < margins.length; first += ROWS_A_LOGARITHM) {
      const end = Math.min(first + ROWS_A_LOGARITHM, margins.length);
      let product = 1;
      for (let row = first; row < end; row++) {
        const against = set.y[row] === 1 ? -margins[row] : margins[row];
        if (against > 0) sum += against;
        product *= 1 + Math.exp(-Math.abs(against));
      }
      sum += Math.log(product);
    }
    return sum / margins.length;
  }

  private rootMeanSquare(): number {
    const { margins, set } = this;
    let sum = 0;
    for (let row = 0; row < margins.length; row++) sum += (margins[row] - set.y[row]) ** 2;
    return Math.sqrt(sum / margins.length);
  }
}
