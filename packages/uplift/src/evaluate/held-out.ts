import { InvalidInputError, type Fault } from '@clv/contracts';

/** What a held-out experiment says of predicted effects of one offer. */
export interface HeldOut {
  /** The predicted effect of each customer. */
  effect: ArrayLike<number>;
  outcome: ArrayLike<number>;
  /** Whether each customer got the offer (1 or true), or none. */
  treated: ArrayLike<number | boolean>;
  /**
   * The chance of getting the offer: one for all or one each (default: the share of customers who got it). Where it differs,
   * customers count the more the less likely it was that they got what they got, so that arms can be compared. Of an experiment
   * of several offers give those who got none 1 less the chance of getting none: within an arm only its differences count.
   */
  propensity?: number | ArrayLike<number>;
}

/** @throws InvalidInputError with every fault, naming rows. */
export function checkHeldOut({ effect, outcome, treated, propensity }: HeldOut): void {
  const faults: Fault[] = [];
  const n = outcome.length;
  const lengths = { effect, treated, ...(typeof propensity === 'object' && { propensity }) };
  for (const [column, values] of Object.entries(lengths)) {
    if (values.length === n) continue;
    const message = `${column} must have ${n} values, as outcome has: ${values.length}`;
    faults.push({ rule: 'lengths-differ', message, column });
  }
  const offered = Array.from(treated, numberOf);
  for (let i = 0; i < n; i++) {
    const fault = (rule: string, column: string, must: string, value: unknown) =>
      faults.push({
        rule,
        message: `row ${i + 1}, ${column}: must be ${must}: ${String(value)}`,
        column,
        row: i + 1,
        value,
      });
    if (!Number.isFinite(effect[i])) fault('not-a-number', 'effect', 'a number', effect[i]);
    if (!Number.isFinite(outcome[i])) fault('not-a-number', 'outcome', 'a number', outcome[i]);
    if (offered[i] !== 0 && offered[i] !== 1) fault('not-treated-or-not', 'treated', '0 or 1', treated[i]);
    const chance = typeof propensity === 'object' ? propensity[i] : (propensity ?? 0.5);
    if (!(typeof chance === 'number' && chance > 0 && chance < 1))
      fault('no-overlap', 'propensity', 'above 0 and below 1', chance);
  }
  const customers = offered.filter((each) => each === 1).length;
  if (faults.length === 0 && (customers < 2 || n - customers < 2)) {
    const message = `at least 2 customers with and 2 without the offer are needed: ${customers} and ${n - customers}`;
    faults.push({ rule: 'too-few-customers', message, column: 'treated' });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

const numberOf = (each: number | boolean) => (typeof each === 'boolean' ? Number(each) : each);

/**
 * For each customer an unbiased score of the effect: inverse propensity weights around the arms' means. Outcomes are counted from
 * the first, so that those that are all the same differ by nothing, and those far from 0 lose no digits.
 *
 * @param weights as `inverseWeights` gives them.
 */
export function heldOutScores(log: HeldOut, weights: Float64Array): Float64Array {
  const { outcome, treated } = log;
  const chances = chancesOfOwn(log, weights);
  const away = Float64Array.from(outcome, (each) => each - outcome[0]);
  const sums = [0, 0];
  const all = [0, 0];
  chances.forEach((chance, i) => {
    const arm = Number(treated[i]);
    sums[arm] += (1 / chance) * away[i];
    all[arm] += 1 / chance;
  });
  const [none, offered] = sums.map((sum, arm) => sum / all[arm]);
  return chances.map((chance, i) => {
    const surprise = treated[i] ? (away[i] - offered) / chance : -(away[i] - none) / chance;
    return offered - none + surprise;
  });
}

/**
 * The chance of what each customer got, among those who got the offer or none: where chances differ, the arm's share of the
 * customers divided by the weight, which is right too where other customers got other offers.
 */
function chancesOfOwn({ outcome, treated, propensity }: HeldOut, weights: Float64Array): Float64Array {
  const n = outcome.length;
  const share = Array.from(treated).reduce<number>((sum, each) => sum + Number(each), 0) / n;
  const alike = typeof propensity === 'object' ? oneChance(propensity) : propensity;
  const common = alike ?? share;
  return Float64Array.from(weights, (weight, i) => (treated[i] ? common : 1 - common) / weight);
}

/** Chances nearer to each other than this are the same, written differently. */
const sameChance = 1e-9;

/** The chance that all have; undefined where they differ. */
function oneChance(propensity: ArrayLike<number>): number | undefined {
  for (let i = 1; i < propensity.length; i++)
    if (Math.abs(propensity[i] - propensity[0]) >= sameChance) return undefined;
  return propensity[0];
}

/**
 * How much each customer counts: by the inverse of the chance of what the customer got, 1 on average in either arm, so that
 * both arms are like all customers; 1 each in an arm where everyone had the same chance.
 */
export function inverseWeights({ outcome, treated, propensity }: HeldOut): Float64Array {
  const weights = new Float64Array(outcome.length).fill(1);
  if (typeof propensity !== 'object') return weights;
  for (const arm of [0, 1]) {
    const rows = Array.from(weights.keys()).filter((i) => Number(treated[i]) === arm);
    if (oneChance(rows.map((i) => propensity[i])) !== undefined) continue;
    let sum = 0;
    for (const i of rows) sum += weights[i] = 1 / (arm ? propensity[i] : 1 - propensity[i]);
    for (const i of rows) weights[i] *= rows.length / sum;
  }
  return weights;
}
