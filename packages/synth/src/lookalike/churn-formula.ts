import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Cells, ColumnKind } from './cells.js';

/** A ridge logistic regression of leaving on a row's cells: plain data. */
export interface ChurnFormula {
  /** For each column, the mean and deviation of its numbers; not used for names. */
  centre: number[];
  spread: number[];
  /** The intercept, then the weights of `writeDesign`. */
  weights: number[];
}

/** With more rows than this, evenly chosen ones are as good. */
const mostRows = 50_000;
const ridge = 1;
const mostSteps = 25;

/** @param left 1 for who left, 0 for who stayed, -1 where nobody knows. */
export function fitChurnFormula(cells: readonly Cells[], left: ArrayLike<number>): ChurnFormula {
  const centre = cells.map(({ values }) => mean(values.filter((value) => !Number.isNaN(value))));
  const spread = cells.map(
    ({ values }, c) =>
      Math.sqrt(mean(values.filter((v) => !Number.isNaN(v)).map((v) => (v - centre[c]) ** 2))) || 1,
  );
  const kinds = cells.map(({ kind }) => kind);
  const known = Array.from(left, (_, row) => row).filter((row) => left[row] >= 0);
  const stride = Math.ceil(known.length / mostRows);
  const rows = known.filter((_, i) => i % stride === 0);
  const width = designWidth(kinds);
  const designs = rows.map((row) => {
    const design = new Float64Array(width);
    writeDesign(design, kinds, { centre, spread }, (column) => cells[column].values[row]);
    return design;
  });
  return {
    centre,
    spread,
    weights: regress(
      designs,
      rows.map((row) => left[row]),
    ),
  };
}

export function designWidth(kinds: readonly ColumnKind[]): number {
  return kinds.reduce((sum, kind) => sum + (kind.kind === 'level' ? kind.levels.length : 3), 1);
}

/** An intercept; of a number its standard score, the square of that and whether it is blank; of a name a 1 at its place. */
export function writeDesign(
  design: Float64Array,
  kinds: readonly ColumnKind[],
  { centre, spread }: Pick<ChurnFormula, 'centre' | 'spread'>,
  valueOf: (column: number) => number,
): void {
  design.fill(0);
  design[0] = 1;
  let at = 1;
  kinds.forEach((kind, column) => {
    const value = valueOf(column);
    if (kind.kind === 'level') {
      if (!Number.isNaN(value)) design[at + value] = 1;
      at += kind.levels.length;
      return;
    }
    if (Number.isNaN(value)) design[at + 2] = 1;
    else {
      const score = Math.max(-4, Math.min(4, (value - centre[column]) / spread[column]));
      design[at] = score;
      design[at + 1] = score * score;
    }
    at += 3;
  });
}

export function probabilityOf(design: Float64Array, weights: readonly number[]): number {
  let logit = 0;
  for (let k = 0; k < design.length; k++) logit += design[k] * weights[k];
  return 1 / (1 + Math.exp(-logit));
}

/** Newton's method; the intercept is not shrunk. */
function regress(designs: readonly Float64Array[], left: readonly number[]): number[] {
  const width = designs[0].length;
  let weights = new Array<number>(width).fill(0);
  for (let step = 0; step < mostSteps; step++) {
    const hessian = Matrix.zeros(width, width);
    const gradient = Matrix.zeros(width, 1);
    designs.forEach((design, i) => {
      const p = probabilityOf(design, weights);
      for (let j = 0; j < width; j++) {
        if (design[j] === 0) continue;
        gradient.set(j, 0, gradient.get(j, 0) + design[j] * (left[i] - p));
        for (let k = 0; k <= j; k++)
          hessian.set(j, k, hessian.get(j, k) + design[j] * design[k] * p * (1 - p));
      }
    });
    for (let j = 0; j < width; j++) {
      for (let k = 0; k < j; k++) hessian.set(k, j, hessian.get(j, k));
      const shrink = j === 0 ? 1e-9 : ridge;
      hessian.set(j, j, hessian.get(j, j) + shrink);
      gradient.set(j, 0, gradient.get(j, 0) - (j === 0 ? 0 : ridge * weights[j]));
    }
    const change = new CholeskyDecomposition(hessian).solve(gradient).to1DArray();
    weights = weights.map((weight, j) => weight + change[j]);
    if (Math.max(...change.map(Math.abs)) < 1e-8) break;
  }
  return weights;
}

const mean = (values: Float64Array): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
