import type { FeatureKinds } from '@clv/table';

import type { Scorer } from './scorer.js';

/** What the cells of features are, as the models learned them; of other customers they must be the same. */
export function kindsOfFeatures({ churn, uplift }: Pick<Scorer, 'churn' | 'uplift'>): FeatureKinds {
  const learned = [...churn.encoding.columns, ...(uplift?.encoding.columns ?? [])];
  return new Map(
    learned.flatMap(({ column, kind }) => (kind === 'number' || kind === 'date' ? [[column, kind]] : [])),
  );
}
