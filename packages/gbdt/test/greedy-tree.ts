import type { FeatureMatrix, GbdtParams, GbdtTree } from '../src/index.js';

type Params = Required<
  Pick<GbdtParams, 'objective' | 'lambda' | 'alpha' | 'gamma' | 'minChildWeight' | 'maxDepth' | 'eta'>
>;

/** What the textbook says of a tree's nodes. */
export interface JudgedTree {
  splits: {
    /** The gain that the tree states. */
    stated: number;
    /** What the split saves. */
    gain: number;
    /** What the best of all splits would save; others may save as much. */
    best: number;
  }[];
  leaves: {
    value: number;
    wanted: number;
    /** What the best split would save where one is allowed. */
    best: number;
  }[];
}

/**
 * Judges a first tree by the textbook: in every node all cuts between two values of every feature are looked at, missing values
 * on either side (Chen & Guestrin 2016, eq. 6 and 7), in float64 and without bins, from a base of 0 or 0.5.
 */
export function judgeGreedily(tree: GbdtTree, x: FeatureMatrix, y: Float32Array, params: Params): JudgedTree {
  const logistic = params.objective === 'binary:logistic';
  const gradients = Array.from(y, (label) => 0.5 - label);
  const hessian = logistic ? 0.25 : 1;
  const judged: JudgedTree = { splits: [], leaves: [] };

  const sums = (rows: number[]) => ({
    g: rows.reduce((sum, row) => sum + gradients[row], 0),
    h: rows.length * hessian,
  });
  const shrink = (g: number) => Math.sign(g) * Math.max(Math.abs(g) - params.alpha, 0);
  const score = (rows: number[]) => {
    const { g, h } = sums(rows);
    return shrink(g) ** 2 / (h + params.lambda);
  };
  const valueOf = (row: number, column: number) => x.data[row * x.columns + column];
  const isLeft = (row: number, column: number, cut: number, missingLeft: boolean) =>
    Number.isNaN(valueOf(row, column)) ? missingLeft : valueOf(row, column) < cut;
  const gainOf = (rows: number[], goesLeft: (row: number) => boolean) =>
    score(rows.filter(goesLeft)) + score(rows.filter((row) => !goesLeft(row))) - score(rows);

  const bestGain = (rows: number[]) => {
    let best = -Infinity;
    for (let column = 0; column < x.columns; column++) {
      const values = rows.map((row) => valueOf(row, column)).filter((value) => !Number.isNaN(value));
      for (const cut of new Set([...values, Infinity]))
        for (const missingLeft of [false, true]) {
          const goesLeft = (row: number) => isLeft(row, column, cut, missingLeft);
          const left = rows.filter(goesLeft).length;
          const lightest = Math.min(left, rows.length - left);
          if (lightest === 0 || lightest * hessian < params.minChildWeight) continue;
          best = Math.max(best, gainOf(rows, goesLeft));
        }
    }
    return best;
  };

  const judge = (node: number, rows: number[], depth: number): void => {
    const best = depth < params.maxDepth ? bestGain(rows) : -Infinity;
    if (tree.left[node] === -1) {
      const { g, h } = sums(rows);
      const wanted = -(params.eta * shrink(g)) / (h + params.lambda);
      judged.leaves.push({ value: tree.value[node], wanted, best });
      return;
    }
    const goesLeft = (row: number) =>
      isLeft(row, tree.feature[node], tree.threshold[node], tree.defaultLeft[node] === 1);
    judged.splits.push({ stated: tree.gain[node], gain: gainOf(rows, goesLeft), best });
    judge(tree.left[node], rows.filter(goesLeft), depth + 1);
    judge(
      tree.right[node],
      rows.filter((row) => !goesLeft(row)),
      depth + 1,
    );
  };

  judge(
    0,
    Array.from({ length: x.rows }, (_, row) => row),
    0,
  );
  return judged;
}
