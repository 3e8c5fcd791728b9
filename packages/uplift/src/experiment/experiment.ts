import { InvalidInputError, shapes, type FeatureMatrix, type Fault, type OptionShapes } from '@clv/contracts';
import {
  defineSchema,
  encodeFeatures,
  featureColumns,
  featurelessFaults,
  infiniteFaults,
  rowCount,
  type Encoding,
  type FittedTable,
  type TableLike,
} from '@clv/table';
import type { OfferLabels } from './called.js';
import { faultsOfChances, readChances } from './chances.js';
import { crowdedOutcomes, faultsOfCounts } from './count-faults.js';
import { findLogRows, logShapes, type ExperimentCounts, type LogColumns } from './log-rows.js';
import { tableRows } from './table-rows.js';

/** Which columns of a table hold the experiment's log. */
export interface ExperimentColumns extends LogColumns {
  /**
   * What is to be changed: 0 or 1, yes or no, or a number, such as stayed or spent. An offer that raises it has a positive
   * effect. Customers for whom it is blank are set aside, and predicted as those of another table are.
   */
  outcome: string;
  /** What each customer got; those for whom it is blank took no part. */
  offer: string;
  /**
   * The chance that each customer had of getting what they got: a column, or a chance for each offer and for none.
   * Without it the chances are estimated from the features.
   */
  propensity?: string | Record<string, number>;
  /** What effects may depend on (default: every other column). */
  features?: readonly string[];
  /** What offers are called in messages and notices (default: as the log names them). */
  labels?: OfferLabels;
}

const { dictionary, listOf, number, text } = shapes;

/** Which are chances is told by their offers. */
const anyNumber = number('a number', () => true);

export const experimentShapes: OptionShapes<ExperimentColumns> = {
  ...logShapes,
  propensity: (value, path) => (typeof value === 'string' ? undefined : dictionary(anyNumber)(value, path)),
  features: (value, path) =>
    listOf(text)(value, path) ??
    ((value as string[]).length > 0 ? undefined : { path, fault: 'must name at least one' }),
  labels: dictionary(text),
};

/** An experiment's log as numbers: of those customers whose outcome is known. */
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
  /** The rows of the table that these customers are, ascending. */
  rows: Int32Array;
  /** Of all rows of the table. */
  counts: ExperimentCounts;
}

/**
 * @throws InvalidInputError with every fault: an outcome that is neither blank, a number, yes nor no, and outcomes that are
 *   all the same where some are blank, or so near to each other that trees cannot tell them apart; a chance that is not strictly between 0 and 1, or chances of offers that add up to more
 *   than 1; an offer (or none) with fewer than 30 customers whose outcome is known; a feature that is infinite, or no feature.
 */
export function readExperiment(table: TableLike, columns: ExperimentColumns): Experiment {
  const { outcome: outcomeColumn, none = 'none', propensity } = columns;
  const { got, outcome: outcomes, known: rows, counts } = findLogRows(table, columns);
  const outcome = Float64Array.from(rows, (row) => outcomes[row]);
  const offers = counts.arms.map(({ offer }) => offer).filter((name) => name !== none);
  const number = new Map([none, ...offers].map((name, j) => [name, j]));
  const chances = propensity === undefined ? undefined : readChances(table, columns, got, rows);
  const faults = [
    ...playedFeatures(columns),
    ...faultsOfCounts(counts, columns),
    ...crowdedOutcomes(counts, columns),
    ...(chances ? faultsOfChances(chances, rows, columns, [none, ...offers]) : []),
  ];
  if (faults.length > 0) throw new InvalidInputError(faults);
  const encoded = encodeRows(table, featureSchema(columns, [outcomeColumn]), rows);
  return {
    x: encoded.matrix,
    encoding: encoded.encoding,
    outcome,
    binary: outcome.every((value) => value === 0 || value === 1),
    arm: Int32Array.from(rows, (row) => number.get(got[row])!),
    offers,
    ...(chances && { propensity: chances }),
    rows,
    counts,
  };
}

/** What came of an offer, or which it was, tells nothing of whom it would change. */
function playedFeatures({ features = [], outcome, offer, propensity }: ExperimentColumns): Fault[] {
  const played = Object.entries({ outcome, offer, propensity });
  return features.flatMap((column) =>
    played
      .filter(([, name]) => name === column)
      .map(([part]) => ({
        rule: 'two-parts',
        message: `${column} cannot be both ${part} and a feature`,
        column,
      })),
  );
}

/** The features of some rows, by an encoding that knows no others. */
function encodeRows(
  table: TableLike,
  schema: ReturnType<typeof featureSchema>,
  rows: Int32Array,
): FittedTable {
  const some =
    rows.length === rowCount(table) ? table : tableRows(table, rows, featureColumns(table, schema));
  const encoded = encodeFeatures(some, schema);
  const infinite = infiniteFaults(some, encoded).map((fault) => inTable(fault, rows));
  for (const faults of [infinite, featurelessFaults(encoded)])
    if (faults.length > 0) throw new InvalidInputError(faults);
  return encoded;
}

/** A fault of one of some rows as one of the table's row, in its message too. */
function inTable(fault: Fault, rows: Int32Array): Fault {
  const row = rows[fault.row! - 1] + 1;
  return { ...fault, row, message: fault.message.replace(`row ${fault.row},`, `row ${row},`) };
}

/** The columns that effects may depend on: those asked for, or all that have no other part to play. */
export function featureSchema(
  { offer, propensity, features, decimal }: Omit<ExperimentColumns, 'outcome'>,
  otherParts: readonly string[],
) {
  if (features) return defineSchema({ features }, { decimal });
  const chances = typeof propensity === 'string' ? [propensity] : [];
  return defineSchema({ exclude: [offer, ...chances, ...otherParts] }, { decimal });
}
