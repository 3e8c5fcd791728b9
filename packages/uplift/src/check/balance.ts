import type { FeatureMatrix } from '@clv/contracts';
import { encodeFeatures, type TableLike } from '@clv/table';
import { called, listed } from '../experiment/called.js';
import { featureSchema, type ExperimentColumns } from '../experiment/experiment.js';
import type { LogRows } from '../experiment/log-rows.js';
import { surprisingAmong, type Concern } from './concern.js';
import { standardizedDifference } from './standardized-difference.js';

/** The columns of a log whose features are compared; the id and the outcome are not among them. */
type BalanceOptions = Omit<ExperimentColumns, 'outcome'> & { id?: string; outcome?: string };

/** Standardised differences beyond this are customarily called imbalance (Austin 2009). */
const imbalanced = 0.1;

/** Arms are compared by those whose outcome is known, as effects are; and these with the others who took part. */
export function imbalances(
  table: TableLike,
  options: BalanceOptions,
  { got, known, participants }: LogRows,
  names: readonly string[],
  none: string,
): Concern[] {
  const { id, outcome } = options;
  const exclude = [id, outcome].filter((column) => column !== undefined);
  const { matrix } = encodeFeatures(table, featureSchema(options, exclude));
  const rowsOf = (name: string) => [...known].filter((row) => got[row] === name);
  const withoutOffer = rowsOf(none);
  const offered = names.filter((name) => name !== none);
  const apart = offered.map((name) => differences(matrix, rowsOf(name), withoutOffer, offered.length));
  const unlike = offered.filter((_, i) => apart[i].length > 0).map((name) => called(name, options.labels));
  const isKnown = new Set(known);
  const lost = [...participants].filter((row) => !isKnown.has(row));
  return [
    ...imbalance(apart.flat(), unlike, called(none, options.labels), options.propensity !== undefined),
    ...selection(differences(matrix, lost, [...known], 1)),
  ];
}

/** One concern, however many features and offers there are. */
function imbalance(
  found: readonly Difference[],
  arms: readonly string[],
  none: string,
  isWeighed: boolean,
): Concern[] {
  if (found.length === 0) return [];
  const remedy = isWeighed ? '; their propensities are to make up for that' : '';
  const message = `customers with ${listed(arms, 'or')} differ from those with ${none} in ${told(found)}${remedy}`;
  return [{ concern: 'imbalance', message }];
}

/** By how many standard deviations two groups of rows differ in a feature. */
interface Difference {
  feature: string;
  difference: number;
}

/** How many features are named. */
const mostNamed = 3;

/** The features by which groups differ most, each by its largest difference. */
function told(found: readonly Difference[]): string {
  const largest = new Map<string, number>();
  for (const { feature, difference } of found)
    if (Math.abs(difference) > Math.abs(largest.get(feature) ?? 0)) largest.set(feature, difference);
  const named = [...largest]
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, mostNamed)
    .map(([feature, difference]) => `${feature} by ${difference.toFixed(2)}`);
  const count = largest.size > named.length ? `${largest.size} features, most of all ` : '';
  return `${count}${listed(named)} standard deviations`;
}

/**
 * Features by which two groups of rows differ beyond custom and chance, and by how many standard deviations. The more features there are,
 * and `pairs` of groups, the further chance goes.
 */
function differences(matrix: FeatureMatrix, some: number[], others: number[], pairs: number): Difference[] {
  const surprising = surprisingAmong(matrix.columns * pairs);
  return Array.from({ length: matrix.columns }, (_, column) => ({
    feature: matrix.featureNames?.[column] ?? `feature ${column + 1}`,
    ...standardizedDifference(matrix, column, some, others),
  })).filter(({ difference, error }) => Math.abs(difference) >= Math.max(imbalanced, surprising * error));
}

function selection(found: readonly Difference[]): Concern[] {
  if (found.length === 0) return [];
  const message = `selective attrition: customers whose outcome is not known differ from the others in ${told(found)}; effects are those of customers like the others`;
  return [{ concern: 'selective-attrition', message }];
}
