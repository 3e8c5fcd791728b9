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
   * customers count the more the less likely it was that they got what they got, so that arms can be compared.
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
  const offered = Array.from(treated, Number);
  for (let i = 0; i < n; i++) {
    const fault = (rule: string, column: string, must: string, value: unknown) =>
      faults.push({
        rule,
        message: `row ${i + 1}, ${column}: must be ${must}: ${value}`,
        column,
        row: i + 1,
        value,
      });
    if (!Number.isFinite(effect[i])) fault('not-a-number', 'effect', 'a number', effect[i]);
    if (!Number.isFinite(outcome[i])) fault('not-a-number', 'outcome', 'a number', outcome[i]);
    if (offered[i] !== 0 && offered[i] !== 1) fault('not-treated-or-not', 'treated', '0 or 1', treated[i]);
    const chance = typeof propensity === 'object' ? propensity[i] : (propensity ?? 0.5);
    if (!(chance > 0 && chance < 1)) fault('no-overlap', 'propensity', 'above 0 and below 1', chance);
  }
  const customers = offered.filter((each) => each === 1).length;
  if (faults.length === 0 && (customers < 2 || n - customers < 2)) {
    const message = `at least 2 customers with and 2 without the offer are needed: ${customers} and ${n - customers}`;
    faults.push({ rule: 'too-few-customers', message, column: 'treated' });
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** For each customer an unbiased score of the effect: inverse propensity weights around the arms' means. */
export function heldOutScores({ outcome, treated, propensity }: HeldOut): Float64Array {
  const n = outcome.length;
  const share = Array.from(treated).reduce<number>((sum, each) => sum + Number(each), 0) / n;
  const chanceOf = (i: number) => (typeof propensity === 'object' ? propensity[i] : (propensity ?? share));
  const sums = [0, 0];
  const weights = [0, 0];
  for (let i = 0; i < n; i++) {
    const arm = Number(treated[i]);
    const weight = 1 / (arm ? chanceOf(i) : 1 - chanceOf(i));
    sums[arm] += weight * outcome[i];
    weights[arm] += weight;
  }
  const [none, offered] = sums.map((sum, arm) => sum / weights[arm]);
  return Float64Array.from(outcome as ArrayLike<number>, (value, i) => {
    const surprise = treated[i] ? (value - offered) / chanceOf(i) : -(value - none) / (1 - chanceOf(i));
    return offered - none + surprise;
  });
}

/** Chances nearer to each other than this are the same, written differently. */
const sameChance = 1e-9;

/**
 * How much each customer counts: by the inverse of the chance of what the customer got, 1 on average in either arm, so that
 * both arms are like all customers; 1 each where everyone had the same chance.
 */
export function inverseWeights({ outcome, treated, propensity }: HeldOut): Float64Array {
  const weights = new Float64Array(outcome.length).fill(1);
  if (typeof propensity !== 'object') return weights;
  let [least, greatest] = [1, 0];
  const [counts, sums] = [
    [0, 0],
    [0, 0],
  ];
  for (let i = 0; i < weights.length; i++) {
    const arm = Number(treated[i]);
    least = Math.min(least, propensity[i]);
    greatest = Math.max(greatest, propensity[i]);
    counts[arm]++;
    sums[arm] += weights[i] = 1 / (arm ? propensity[i] : 1 - propensity[i]);
  }
  if (greatest - least < sameChance) return weights.fill(1);
  return weights.map((weight, i) => (weight * counts[Number(treated[i])]) / sums[Number(treated[i])]);
}
