/** Writes the gradient at `at` into `gradient` and returns the value there; Infinity or NaN is out of bounds. */
export type Objective = (at: readonly number[], gradient: number[]) => number;

export interface Minimum {
  at: number[];
  value: number;
  gradient: number[];
}

const mostIterations = 500;
/** A gain below this share of the value, or of 1, drowns in the rounding of the values. */
const leastGain = 1e-13;
const longestStep = 2;
/** Curvature whose share of the way and of the turn of the gradient is less may be rounding. */
const leastCurvature = 1e-8;

/**
 * A local minimum by BFGS with a backtracking line search (Nocedal and Wright 2006, algorithm 6.1): a step is taken only
 * where it lowers the value enough, and curvature is learned only where it is positive, so that every value is below the
 * one before. Where no step along what was learned is, it is forgotten once. Stops when `isSettled`, or when no step
 * promises a gain that shows.
 */
export function minimize(
  objective: Objective,
  start: readonly number[],
  isSettled: (here: Minimum) => boolean,
): Minimum {
  let here = evaluate(objective, start);
  let inverse = identity(start.length);
  let knowsNothing = true;
  for (let iteration = 0; iteration < mostIterations && !isSettled(here); iteration++) {
    const direction = inverse.map((row) => -dot(row, here.gradient));
    const next = searchAlong(objective, here, direction);
    if (next) {
      inverse = learnCurvature(inverse, here, next, knowsNothing);
      here = next;
    } else if (knowsNothing) break;
    else inverse = identity(start.length);
    knowsNothing = !next;
  }
  return here;
}

function evaluate(objective: Objective, at: readonly number[]): Minimum {
  const gradient = at.map(() => 0);
  return { at: [...at], value: objective(at, gradient), gradient };
}

/** The first of shorter and shorter steps that lowers the value enough; undefined if the expected decrease is too small to show. */
function searchAlong(objective: Objective, here: Minimum, direction: number[]): Minimum | undefined {
  const promised = -dot(direction, here.gradient);
  const visible = leastGain * Math.max(1, Math.abs(here.value));
  for (let step = Math.min(1, longestStep / largest(direction)); step * promised > visible; step /= 2) {
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
  if (!(curvature > leastCurvature * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return inverse;
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

export const largest = (values: readonly number[]) => Math.max(...values.map(Math.abs));
