import type { FeatureMatrix } from '@clv/contracts';
import { encodeFeatures, type TableLike } from '@clv/table';
import { featureSchema, type ExperimentColumns } from '../experiment/experiment.js';
import type { LogRows } from '../experiment/log-rows.js';
import { surprising, type Concern } from './concern.js';
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
  const betweenArms = names
    .filter((name) => name !== none)
    .flatMap((name) =>
      differences(matrix, rowsOf(name), withoutOffer).map(({ feature, difference }): Concern => ({
        concern: 'imbalance',
        message: `${feature} differs between ${name} and ${none} by ${difference.toFixed(2)} standard deviations`,
      })),
    );
  const isKnown = new Set(known);
  const lost = [...participants].filter((row) => !isKnown.has(row));
  return [...betweenArms, ...selection(differences(matrix, lost, [...known]))];
}

/** Features by which two groups of rows differ beyond custom and chance, and by how many standard deviations. */
function differences(matrix: FeatureMatrix, some: number[], others: number[]) {
  if (some.length < 2 || others.length < 2) return [];
  const noise = surprising * Math.sqrt(1 / some.length + 1 / others.length);
  return Array.from({ length: matrix.columns }, (_, column) => ({
    feature: matrix.featureNames?.[column] ?? `feature ${column + 1}`,
    difference: standardizedDifference(matrix, column, some, others),
  })).filter(({ difference }) => Math.abs(difference) >= Math.max(imbalanced, noise));
}

function selection(found: ReturnType<typeof differences>): Concern[] {
  if (found.length === 0) return [];
  const told = found.map(({ feature, difference }) => `${feature} by ${difference.toFixed(2)}`).join(', ');
  const message = `selective attrition: customers whose outcome is not known differ from the others in ${told} standard deviations; effects are those of customers like the others`;
  return [{ concern: 'selective-attrition', message }];
}
