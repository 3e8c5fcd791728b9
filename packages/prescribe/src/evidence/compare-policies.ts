import {
  checkArgument,
  checkOptionNames,
  InvalidInputError,
  type Estimate,
  type Fault,
  type OptionNames,
} from '@clv/contracts';
import { faultsOfBudget } from '../budget/check-choices.js';
import { chooseUnlimited } from '../budget/choose-unlimited.js';
import { openMarket } from '../budget/market.js';
import { spend } from '../budget/spend.js';
import { anObject, valuesShape } from '../argument-shapes.js';
import {
  bootstrapIntervals,
  bootstrapOptionNames,
  dealChoices,
  resolveBootstrap,
  type BootstrapOptions,
} from '../statistics/bootstrap.js';
import type { ExpectedValues } from '../value/expected-values.js';
import { checkInputs, type CustomerInputs } from '../value/inputs.js';
import { faultsOfChoice } from './log-faults.js';
import {
  bestOffers,
  buyInOrder,
  chooseAsOriginal,
  chooseAtRandom,
  everyoneGets,
  type Choice,
} from './policies.js';

/** What a policy is worth. Money is in the currency's units. */
export interface PolicyResult {
  /** `ours`, `none`, `everyone_<offer>`, `random`, `highest_risk`, `highest_value_at_risk`, `original`, `oracle`. */
  policy: string;
  /** The expected value of all customers, the offers' cost taken off. */
  value: Estimate;
  /** The value over that of doing nothing. */
  gain: Estimate;
  spend: Estimate;
  /** How many customers get an offer. */
  customers: number;
  /** Gain for each unit spent; null where nothing is spent. */
  roi: Estimate | null;
  /** How much less than ours the policy gains (negative: more), the same customers resampled for both. */
  behindOurs: Estimate;
  /** False where the policy is expected to spend more than the budget, as rules that know none do. */
  isAffordable: boolean;
}

/** What policies are judged by, and how their intervals are drawn. */
export interface ComparePoliciesOptions extends BootstrapOptions {
  /**
   * The budget that ours was made for (default: none); random and ranked policies keep to it, and without one to what ours is
   * expected to spend, as they would give everyone an offer otherwise.
   */
  budget?: number;
  /** The true values, where customers are synthetic: every policy is judged by them, and the oracle joins in. */
  truth?: ExpectedValues;
}

const optionNames: OptionNames<ComparePoliciesOptions> = {
  ...bootstrapOptionNames,
  budget: true,
  truth: true,
};

/**
 * Our policy compared with the alternatives, each judged by the same values: the expected ones, or the truth where it is known.
 *
 * @param ours the policy as `prescribe` gives it, with what it was made from.
 * @throws {InvalidInputError} when choice or truth are of another size than values, for a budget below 0, or with all faults of the
 *   inputs; {InvalidOptionError} for an option out of range, or that there is not.
 */
export function comparePolicies(
  ours: { inputs: CustomerInputs; values: ExpectedValues; choice: Choice },
  options: ComparePoliciesOptions = {},
): PolicyResult[] {
  checkArgument('ours', ours, anObject);
  const { inputs, values, choice } = ours;
  checkOptionNames(options, optionNames);
  const { budget, truth } = options;
  checkArgument('values', values, valuesShape);
  if (truth !== undefined) checkArgument('truth', truth, valuesShape);
  const bootstrap = resolveBootstrap(options);
  checkSizes(values, choice, { budget, truth });
  const { customers, offers } = values;
  checkInputs(inputs, offers);
  const risk = new Float64Array(inputs.pChurn);
  const best = bestOffers(values);
  const money = budget ?? spendOf(values, choice);
  const highestFirst = (scores: Float64Array) => buyInOrder(values, { scores, offer: best, budget: money });
  const policies: [string, Choice][] = [
    ['ours', choice],
    ['none', everyoneGets(customers, 0)],
    ...offers
      .slice(1)
      .map(({ id }, a): [string, Choice] => [`everyone_${id}`, everyoneGets(customers, a + 1)]),
    ['random', chooseAtRandom(values, { budget: money, seed: bootstrap.seed })],
    ['highest_risk', highestFirst(risk)],
    ['highest_value_at_risk', highestFirst(risk.map((chance, i) => chance * inputs.clv[i]))],
    ['original', chooseAsOriginal(inputs, values)],
  ];
  if (truth) policies.push(['oracle', bestOf(truth, budget)]);
  return judge(policies, { values, truth }, { budget, ...bootstrap });
}

function bestOf({ customers, offers, gain, cost }: ExpectedValues, budget = Infinity): Choice {
  const choices = { customers, offers: offers.length, gain, cost };
  return budget === Infinity ? chooseUnlimited(choices) : spend(openMarket(choices), budget).choice;
}

function judge(
  policies: [string, Choice][],
  { values, truth }: { values: ExpectedValues; truth?: ExpectedValues },
  { budget = Infinity, ...resampling }: Required<BootstrapOptions> & { budget?: number },
): PolicyResult[] {
  const judged = truth ?? values;
  const choices = policies.map(([, choice]) => choice);
  const gains = dealChoices(judged.gain, choices);
  const costs = dealChoices(judged.cost, choices);
  const [baseline] = dealChoices(judged.value, [choices[1]]);
  const estimates = bootstrapIntervals(
    gains.flatMap((gain, k) => [
      { of: gain.map((each, group) => baseline[group] + each) },
      { of: gain },
      { of: costs[k] },
      { of: gain.map((each, group) => gains[0][group] - each) },
      { of: gain, per: costs[k] },
    ]),
    resampling,
  );
  return policies.map(([policy, choice], k) => {
    const [value, gain, cost, behindOurs, roi] = estimates.slice(5 * k, 5 * k + 5);
    // Only the oracle plans by the truth; all others keep to a budget by what they expect to spend.
    const planned = policy === 'oracle' ? judged : values;
    return {
      policy,
      value,
      gain,
      spend: cost,
      customers: countOffered(choice),
      roi: cost.value > 0 ? roi : null,
      behindOurs,
      isAffordable: budget === Infinity || spendOf(planned, choice) <= budget + 0.005,
    };
  });
}

function spendOf({ cost, offers }: ExpectedValues, choice: Choice): number {
  let spend = 0;
  for (let i = 0; i < choice.length; i++) spend += cost[i * offers.length + choice[i]];
  return spend;
}

function countOffered(choice: Choice): number {
  let count = 0;
  for (let i = 0; i < choice.length; i++) count += Number(choice[i] > 0);
  return count;
}

function checkSizes(
  values: ExpectedValues,
  choice: Choice,
  { budget, truth }: Pick<ComparePoliciesOptions, 'budget' | 'truth'>,
): void {
  const { customers, offers } = values;
  const faults: Fault[] = [...faultsOfBudget(budget), ...faultsOfChoice(choice, offers.length, customers)];
  const wrong = (path: string, complaint: string) =>
    faults.push({ rule: 'wrong-length', message: `${path} ${complaint}`, path });
  if (truth && truth.customers !== customers)
    wrong('truth', `has ${truth.customers} customers, expected ${customers}`);
  if (truth && truth.offers.length !== offers.length)
    wrong('truth', `has ${truth.offers.length} offers, expected ${offers.length}`);
  if (faults.length > 0) throw new InvalidInputError(faults);
}
