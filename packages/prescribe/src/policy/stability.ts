import {
  checkArgument,
  checkOptionNames,
  checkSeed,
  checkWhole,
  InvalidOptionError,
  randomSource,
  shapes,
} from '@clv/contracts';
import { valuesShape } from '../argument-shapes.js';
import { mostResamples } from '../statistics/bootstrap.js';
import { correlatedNormals } from '../statistics/correlated-normals.js';
import { budgetChoices } from '../value/budget-choices.js';
import { gainPerError } from '../value/gain-error.js';
import type { CustomerInputs } from '../value/inputs.js';
import type { Prescription } from './prescription.js';

/** How often, how and from which seed effects are redrawn. */
export interface StabilityOptions {
  /** How often the effects are redrawn (default 200). */
  draws?: number;
  /** Default 42. */
  seed?: number;
  /**
   * Offers x offers, row-major, without none: how the errors of two offers' effects on one customer go together (default:
   * not at all). Offers set against the same customers without one share those customers' luck, about .5 for arms of
   * equal size, which makes the choice among offers surer than independent errors would.
   */
  errorCorrelation?: Float64Array;
}

const { finite, numbers, record } = shapes;
const prescriptionShape = record({
  values: valuesShape,
  choice: numbers,
  shadowPrice: finite,
  budgetBasis: shapes.text,
  riskAversion: finite,
});

/** How often customers would be given the same offer again when the effects are other than estimated. */
export interface Stability {
  /** For each customer the share of draws in which the recommended offer is chosen again. */
  share: Float64Array;
  /** The mean share, over all customers and over those who get an offer; 1 where there are none. */
  mean: number;
  meanOffered: number;
}

/**
 * Redraws the effects from normal distributions around the estimates, with their standard errors (`inputs.effectError`),
 * as another experiment of the same size would give them, and chooses by the rule of the prescription: by gains lowered as
 * its risk aversion asks, money costing what it costs there (the shadow price, on the budget's basis). So a cautious choice
 * is asked whether caution would make it again, not whether boldness would. Gains are taken for linear in effects;
 * constraints other than the budget are left out.
 *
 * @throws {InvalidOptionError} for impossible correlations, a number of draws that is not a count, or an unknown option.
 */
export function choiceStability(
  prescription: Prescription,
  inputs: CustomerInputs,
  options: StabilityOptions = {},
): Stability {
  checkOptionNames(options, { draws: true, seed: true, errorCorrelation: true });
  const { draws = 200, seed = 42, errorCorrelation } = options;
  checkWhole('draws', draws, 1, mostResamples);
  checkSeed(seed);
  if (errorCorrelation !== undefined) checkArgument('errorCorrelation', errorCorrelation, shapes.numbers);
  checkArgument('prescription', prescription, prescriptionShape);
  const { values, choice, shadowPrice } = prescription;
  const { customers, offers, gain, cost } = budgetChoices(inputs, values, prescription);
  const off = gainPerError(inputs, values.offers);
  const others = offers - 1;
  const drawErrors = correlatedNormals(errorCorrelation ?? independence(others), others, randomSource(seed));
  if (!drawErrors) {
    const message = `errorCorrelation must be the correlations of ${others} x ${others} offers, none not among them`;
    throw new InvalidOptionError('errorCorrelation', message);
  }
  const errors = new Float64Array(others);
  const share = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    let again = 0;
    for (let draw = 0; draw < draws; draw++) {
      drawErrors(errors);
      let best = 0;
      let most = 0;
      for (let a = 1; a < offers; a++) {
        const at = i * offers + a;
        const net = gain[at] + off[at] * errors[a - 1] - shadowPrice * cost[at];
        if (net > most) [best, most] = [a, net];
      }
      if (best === choice[i]) again++;
    }
    share[i] = again / draws;
  }
  return { share, mean: meanOf(share), meanOffered: meanOf(share.filter((_, i) => choice[i] > 0)) };
}

const independence = (size: number) => new Float64Array(size ** 2).map((_, at) => +(at % (size + 1) === 0));

const meanOf = (shares: Float64Array) =>
  shares.length > 0 ? shares.reduce((sum, part) => sum + part, 0) / shares.length : 1;
