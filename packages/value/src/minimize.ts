/** Writes the gradient at `at` into `gradient` and returns the value there; Infinity or NaN is out of bounds. */
export type Objective = (at: readonly number[], gradient: number[]) => number;

export interface Minimum {
  at: number[];
  value: number;
  gradient: number[];
}

const mostIterations = 500;
/** A gain below this drowns in the rounding of the values. */
const leastGain = 1e-13;
const longestStep = 2;

/**
 * A local minimum by BFGS with a backtracking line search (Nocedal and Wright 2006, algorithm 6.1): a step is taken only
 * where it lowers the value enough, and curvature is learned only where it is positive, so that every value is below the
 * one before. Stops when the gradient's largest part is below `tolerance`, or no step promises a gain that shows.
 */
export function minimize(objective: Objective, start: readonly number[], tolerance: number): Minimum {
  let here = evaluate(objective, start);
  let inverse = identity(start.length);
  for (let iteration = 0; iteration < mostIterations && largest(here.gradient) > tolerance; iteration++) {
    const direction = inverse.map((row) => -dot(row, here.gradient));
    const promised = -dot(direction, here.gradient);
    const next = promised > leastGain ? searchAlong(objective, here, direction, promised) : undefined;
    if (!next) break;
    inverse = learnCurvature(inverse, here, next, iteration === 0);
    here = next;
  }
  return here;
}

function evaluate(objective: Objective, at: readonly number[]): Minimum {
  const gradient = at.map(() => 0);
  return { at: [...at], value: objective(at, gradient), gradient };
}

function searchAlong(
  objective: Objective,
  here: Minimum,
  direction: number[],
  promised: number,
): Minimum | undefined {
  let step = Math.min(1, longestStep / largest(direction));
  for (let halving = 0; halving < 40; halving++, step /= 2) {
    const next = evaluate(
      objective,
      here.at.map((value, i) => value + step * direction[i]),
    );
    if (next.value <= here.value - 1e-4 * step * promised) return next;
  }
  return undefined;
}

function learnCurvature(inverse: number[][], from: Minimum, to: Minimum, first: boolean): number[][] {
  const moved = to.at.map((value, i) => value - from.at[i]);
  const turned = to.gradient.map((value, i) => value - from.gradient[i]);
  const curvature = dot(moved, turned);
  if (!(curvature > 1e-300)) return inverse;
  const scale = first ? curvature / dot(turned, turned) : 1;
  const scaled = inverse.map((row) => row.map((value) => value * scale));
  const across = scaled.map((row) => dot(row, turned));
  const weight = (1 + dot(turned, across) / curvature) / curvature;
  return scaled.map((row, i) =>
    row.map(
      (value, j) =>
        value + weight * moved[i] * moved[j] - (across[i] * moved[j] + moved[i] * across[j]) / curvature,
    ),
  );
}

const identity = (n: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);
const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
