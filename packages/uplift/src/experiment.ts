import { InvalidInputError, type FeatureMatrix, type Fault } from '@clv/contracts';
import {
  defineSchema,
  encodeFeatures,
  infiniteFaults,
  readNumbers,
  readText,
  type Encoding,
  type TableLike,
} from '@clv/table';

/** Which columns of a table hold the experiment's log. */
export interface ExperimentColumns {
  /** What is to be changed: 0 or 1, or a number, such as stayed or spent. An offer that raises it has a positive effect. */
  outcome: string;
  /** What each customer got. */
  offer: string;
  /** Which offer is the absence of one (default `none`). */
  none?: string;
  /**
   * The chance that each customer had of getting what they got: a column, or a chance for each offer and for none.
   * Without it the chances are estimated from the features.
   */
  propensity?: string | Record<string, number>;
  /** What effects may depend on (default: every other column). */
  features?: string[];
}

/** An experiment's log as numbers. */
export interface Experiment {
  x: FeatureMatrix;
  encoding: Encoding;
  outcome: Float64Array;
  /** True where the outcome is 0 or 1 only. */
  binary: boolean;
  /** What each customer got: 0 is none, j is `offers[j - 1]`. */
  arm: Int32Array;
  offers: string[];
  /** The chance of getting what was got, where it is known. */
  propensity?: Float64Array;
  /** The places among the offers of those that differ in strength alone, weakest first. */
  ladder?: number[];
}

/** Fewer customers than this tell nothing of an offer. */
const fewestPerArm = 30;

/**
 * @throws InvalidInputError with every fault: an outcome that is not a number, a chance that is not strictly between 0
 *   and 1, an offer (or none) with fewer than 30 customers, a feature that is infinite.
 */
export function readExperiment(table: TableLike, columns: ExperimentColumns): Experiment {
  const { outcome: outcomeColumn, offer, none = 'none', propensity } = columns;
  const faults: Fault[] = [];
  const outcome = readNumbers(table, outcomeColumn);
  outcome.forEach((value, i) => {
    if (Number.isFinite(value)) return;
    const message = `row ${i + 1}, ${outcomeColumn}: must be a number: ${value}`;
    faults.push({ rule: 'no-outcome', message, column: outcomeColumn, row: i + 1, value });
  });
  const got = readText(table, offer);
  const offers = [...new Set(got)].filter((name) => name !== none).sort();
  const number = new Map([none, ...offers].map((name, j) => [name, j]));
  const arm = Int32Array.from(got, (name) => number.get(name)!);
  faults.push(...thinArms(arm, [none, ...offers], offer));
  const chances = propensity === undefined ? undefined : readPropensity(table, propensity, got);
  chances?.forEach((value, i) => {
    if (value > 0 && value < 1) return;
    const column = typeof propensity === 'string' ? propensity : offer;
    const message = `row ${i + 1}, propensity: must be between 0 and 1, and neither: ${value}`;
    faults.push({ rule: 'no-overlap', message, column, row: i + 1, value });
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  const encoded = encodeFeatures(table, featureSchema(columns, [outcomeColumn]));
  const infinite = infiniteFaults(table, encoded);
  if (infinite.length > 0) throw new InvalidInputError(infinite);
  return {
    x: encoded.matrix,
    encoding: encoded.encoding,
    outcome,
    binary: outcome.every((value) => value === 0 || value === 1),
    arm,
    offers,
    ...(chances && { propensity: chances }),
  };
}

function thinArms(arm: Int32Array, names: readonly string[], column: string): Fault[] {
  const customers = names.map(() => 0);
  for (const j of arm) customers[j]++;
  const thin = names.flatMap((offer, j) => {
    if (customers[j] >= fewestPerArm) return [];
    const message = `offer ${offer}: ${customers[j]} customers, and at least ${fewestPerArm} are needed`;
    return [{ rule: 'too-few-customers', message, column, offer, value: customers[j] }];
  });
  if (names.length > 1) return thin;
  return [...thin, { rule: 'no-offers', message: `${column}: nobody got an offer`, column }];
}

function readPropensity(
  table: TableLike,
  propensity: string | Record<string, number>,
  got: readonly string[],
) {
  if (typeof propensity === 'string') return readNumbers(table, propensity);
  return Float64Array.from(got, (name) => (Object.hasOwn(propensity, name) ? propensity[name] : NaN));
}

/** The columns that effects may depend on: those asked for, or all that have no other part to play. */
export function featureSchema(
  { offer, propensity, features }: Omit<ExperimentColumns, 'outcome'>,
  otherParts: readonly string[],
) {
  if (features) return defineSchema({ features });
  const chances = typeof propensity === 'string' ? [propensity] : [];
  return defineSchema({ exclude: [offer, ...chances, ...otherParts] });
}
