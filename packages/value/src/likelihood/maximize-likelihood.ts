import { invertPositiveDefinite } from './invert-positive-definite.js';
import { largest, minimize, type Minimum, type Objective } from './minimize.js';
import { NotConvergedError } from './not-converged-error.js';

/** The log-likelihood at positive parameters, and its derivative by each of them, written into `gradient`. */
export type LogLikelihood = (parameters: readonly number[], gradient: number[]) => number;

export interface LikelihoodFit {
  parameters: number[];
  /** From the inverse of the observed information, by the delta method. */
  standardErrors: number[];
  logLikelihood: number;
}

/** Beyond e^±12 of its start a parameter is taken to run off to 0 or infinity. */
const farthest = 12;

/** A gradient per observation whose parts are all below this has vanished. */
const leastSlope = 1e-8;

/**
 * The parameters of the greatest likelihood, all positive: the search goes over their logarithms. It ends with a proof,
 * or it throws: the gradient vanishes, and the information matrix there is positive definite.
 *
 * @param what the model's name, for the error.
 * @param names the parameters' names.
 * @param observations how many; the gradient's tolerance is per observation.
 * @throws NotConvergedError with the reason.
 */
export function maximizeLikelihood(
  what: string,
  names: readonly string[],
  logLikelihood: LogLikelihood,
  observations: number,
  start: readonly number[],
): LikelihoodFit {
  const origin = start.map(Math.log);
  const runaway = (at: readonly number[]) =>
    at.findIndex((value, i) => Math.abs(value - origin[i]) > farthest);
  const meanLoss: Objective = (at, gradient) => {
    const parameters = at.map(Math.exp);
    const value = logLikelihood(parameters, gradient);
    for (let i = 0; i < at.length; i++) gradient[i] *= -parameters[i] / observations;
    return -value / observations;
  };
  const isSettled = ({ at, gradient }: Minimum) => largest(gradient) <= leastSlope || runaway(at) >= 0;
  const minimum = minimize(meanLoss, origin, isSettled);
  if (!Number.isFinite(minimum.value)) throw new NotConvergedError(what, 'the likelihood is not finite');
  const parameters = minimum.at.map(Math.exp);
  const lost = runaway(minimum.at);
  if (lost >= 0) {
    throw new NotConvergedError(what, `${names[lost]} runs off to ${parameters[lost].toExponential(1)}`);
  }
  const covariance = invertPositiveDefinite(hessianAt(meanLoss, minimum.at));
  if (!covariance)
    throw new NotConvergedError(what, `the likelihood is flat at ${inWords(names, parameters)}`);
  const stillToGain = quadratic(covariance, minimum.gradient);
  if (!(stillToGain < 1e-9)) {
    throw new NotConvergedError(what, `the gradient does not vanish at ${inWords(names, parameters)}`);
  }
  return {
    parameters,
    standardErrors: parameters.map((value, i) => value * Math.sqrt(covariance[i][i] / observations)),
    logLikelihood: -minimum.value * observations,
  };
}

/** Central differences of the gradient, made symmetric. */
function hessianAt(objective: Objective, at: readonly number[]): number[][] {
  const step = 1e-4;
  const gradientAt = (i: number, by: number) => {
    const gradient = at.map(() => 0);
    objective(
      at.map((value, j) => (i === j ? value + by : value)),
      gradient,
    );
    return gradient;
  };
  const rows = at.map((_, i) => {
    const [above, below] = [gradientAt(i, step), gradientAt(i, -step)];
    return above.map((value, j) => (value - below[j]) / (2 * step));
  });
  return rows.map((row, i) => row.map((value, j) => (value + rows[j][i]) / 2));
}

const quadratic = (matrix: readonly Float64Array[], x: readonly number[]) =>
  matrix.reduce((sum, row, i) => sum + row.reduce((inner, value, j) => inner + value * x[i] * x[j], 0), 0);

const inWords = (names: readonly string[], values: readonly number[]) =>
  names.map((name, i) => `${name} ${values[i].toPrecision(4)}`).join(', ');
