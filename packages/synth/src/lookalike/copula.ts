import { randomSource } from '@clv/contracts';
import { randomNormal } from 'd3-random';
import { Matrix } from 'ml-matrix';
import { clamp } from '../drawing/rounding.js';
import { correlationMatrix, dot, factorOf } from './correlation.js';
import { gaussianCorrelation, hermiteCoefficients } from './latent.js';
import { latentData, latentsOf, mendPicks, readMarginal, type Marginal } from './marginal.js';

const rounds = 14;
const trialRows = 8192;

/** How Gaussians become the cells of a row. */
export interface Copula {
  /** One a column. */
  marginals: Marginal[];
  /** Turns independent Gaussians into those that decide the cells, column by column. */
  factor: number[][];
}

/**
 * Correlates the Gaussians of all columns so that the cells they decide are correlated as the data.
 *
 * Each pair starts from its closed form. That takes no account of names that are picked in turn, nor of pairs that
 * cannot all hold at once, so correlations and picks are then mended by what trial draws show to be amiss, at first in
 * full, then by less and less.
 *
 * @param columns the data, one column a marginal.
 */
export function fitCopula(fitted: readonly Marginal[], columns: readonly Float64Array[]): Copula {
  let marginals = [...fitted];
  const latents = marginals.flatMap(latentsOf);
  const owner = marginals.flatMap((marginal, column) => latentsOf(marginal).map(() => column));
  const wanted = correlationsOf(marginals, columns);
  const coefficients = latents.map(hermiteCoefficients);

  const correlations = Matrix.eye(latents.length);
  eachPair(latents.length, (i, j) =>
    setBoth(correlations, i, j, gaussianCorrelation(coefficients[i], coefficients[j], wanted.get(i, j))),
  );
  for (let round = 0; round < rounds; round++) {
    const gain = Math.min(1, 4 / (round + 1));
    const factor = factorOf(correlations);
    const drawn = trial({ marginals, factor }, round);
    const got = correlationsOf(marginals, drawn);
    eachPair(latents.length, (i, j) => {
      // No data tell how the Gaussians of one column go together: they follow the others.
      const amiss = owner[i] === owner[j] ? 0 : gain * (wanted.get(i, j) - got.get(i, j));
      const mended = dot(factor[i], factor[j]) + amiss;
      setBoth(correlations, i, j, clamp(mended, -0.999, 0.999));
    });
    marginals = marginals.map((marginal, c) => mendPicks(marginal, columns[c], drawn[c], gain));
  }
  return { marginals, factor: factorOf(correlations) };
}

/** Fills a row with the cells that freshly drawn Gaussians decide. */
export function rowDrawer({ marginals, factor }: Copula) {
  const independent = new Float64Array(factor.length);
  const gaussians = new Float64Array(factor.length);
  const counts = marginals.map((marginal) => latentsOf(marginal).length);
  return (row: Float64Array, normal: () => number): void => {
    for (let k = 0; k < factor.length; k++) independent[k] = normal();
    for (let i = 0; i < factor.length; i++) gaussians[i] = dot(factor[i], independent);
    let first = 0;
    for (let column = 0; column < marginals.length; column++) {
      row[column] = readMarginal(marginals[column], gaussians, first);
      first += counts[column];
    }
  };
}

/** Columns of cells drawn from a copula. */
function trial(copula: Copula, stream: number): Float64Array[] {
  const { marginals } = copula;
  const normal = randomNormal.source(randomSource(0, stream))(0, 1);
  const drawRow = rowDrawer(copula);
  const columns = marginals.map(() => new Float64Array(trialRows));
  const row = new Float64Array(marginals.length);
  for (let i = 0; i < trialRows; i++) {
    drawRow(row, normal);
    columns.forEach((column, c) => (column[i] = row[c]));
  }
  return columns;
}

const correlationsOf = (marginals: readonly Marginal[], columns: readonly Float64Array[]): Matrix =>
  correlationMatrix(marginals.flatMap((marginal, column) => latentData(marginal, columns[column])));

function eachPair(count: number, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) visit(i, j);
}

function setBoth(matrix: Matrix, i: number, j: number, value: number): void {
  matrix.set(i, j, value);
  matrix.set(j, i, value);
}
