export interface Quadrature {
  /** In (-1, 1). */
  nodes: Float64Array;
  weights: Float64Array;
}

/**
 * The nodes and weights of Gauss and Legendre's rule on [-1, 1], exact for polynomials of degree 2 order - 1: the roots
 * of the Legendre polynomial by Newton's method (Davis and Rabinowitz, Methods of Numerical Integration, 2.7).
 */
export function gaussLegendre(order: number): Quadrature {
  const nodes = new Float64Array(order);
  const weights = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (order + 0.5));
    for (let step = 0; step < 10; step++) {
      const [value, slope] = legendre(order, x);
      x -= value / slope;
    }
    const [, slope] = legendre(order, x);
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

function legendre(order: number, x: number): [value: number, slope: number] {
  let before = 1;
  let value = x;
  for (let n = 2; n <= order; n++)
    [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return [value, (order * (x * value - before)) / (x * x - 1)];
}
