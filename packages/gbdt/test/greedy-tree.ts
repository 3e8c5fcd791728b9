import type { FeatureMatrix, GbdtParams } from '../src/index.js';

type Params = Required<
  Pick<GbdtParams, 'objective' | 'lambda' | 'alpha' | 'gamma' | 'minChildWeight' | 'maxDepth' | 'eta'>
>;

/**
 * One tree by the textbook: every cut between two values of every feature, missing values on either side, best gain first
 * (Chen & Guestrin 2016, eq. 6 and 7), in float64 and without bins.
 *
 * @returns the sum of the gains of its splits, and each row's margin, from a base of 0 or 0.5
 */
export function growGreedily(
  x: FeatureMatrix,
  y: Float32Array,
  params: Params,
): { gain: number; margins: Float64Array } {
  const logistic = params.objective === 'binary:logistic';
  const base = logistic ? 0 : 0.5;
  const gradients = Array.from(y, (label) => (logistic ? 0.5 - label : base - label));
  const hessian = logistic ? 0.25 : 1;
  const margins = new Float64Array(x.rows);
  let gain = 0;

  const sums = (rows: number[]) => ({
    g: rows.reduce((sum, row) => sum + gradients[row], 0),
    h: rows.length * hessian,
  });
  const shrink = (g: number) => Math.sign(g) * Math.max(Math.abs(g) - params.alpha, 0);
  const score = (rows: number[]) => {
    const { g, h } = sums(rows);
    return shrink(g) ** 2 / (h + params.lambda);
  };

  const grow = (rows: number[], depth: number): void => {
    const split = depth < params.maxDepth ? bestSplit(rows) : undefined;
    if (split && split.gain > 1e-6 && split.gain >= params.gamma) {
      gain += split.gain;
      grow(split.left, depth + 1);
      grow(split.right, depth + 1);
      return;
    }
    const { g, h } = sums(rows);
    for (const row of rows) margins[row] = base - (params.eta * shrink(g)) / (h + params.lambda);
  };

  const bestSplit = (rows: number[]) => {
    let best: { gain: number; left: number[]; right: number[] } | undefined;
    for (let column = 0; column < x.columns; column++) {
      const valueOf = (row: number) => x.data[row * x.columns + column];
      const missing = rows.filter((row) => Number.isNaN(valueOf(row)));
      const present = rows.filter((row) => !Number.isNaN(valueOf(row)));
      const cuts = [...new Set(present.map(valueOf)), Infinity];
      for (const cut of cuts)
        for (const missingLeft of [false, true]) {
          const left = present.filter((row) => valueOf(row) < cut).concat(missingLeft ? missing : []);
          const right = present.filter((row) => !(valueOf(row) < cut)).concat(missingLeft ? [] : missing);
          const tooLight = [left, right].some(
            (side) => side.length === 0 || sums(side).h < params.minChildWeight,
          );
          if (tooLight) continue;
          const saved = score(left) + score(right) - score(rows);
          if (!best || saved > best.gain) best = { gain: saved, left, right };
        }
    }
    return best;
  };

  grow(
    Array.from({ length: x.rows }, (_, row) => row),
    0,
  );
  return { gain, margins };
}
