import type { Scorer } from '../../engine/policy/scorer.js';

/** The columns that a scorer reads, each once: what its models see, and what money is made from. */
export function scoringColumns({ churn, segments, uplift, schema: { roles } }: Scorer): string[] {
  const named = [
    ...churn.encoding.columns.map(({ column }) => column),
    ...segments.features,
    ...(uplift?.encoding.columns.map(({ column }) => column) ?? []),
    roles.price,
    roles.margin,
    roles.sensitivity,
    churn.survival?.tenure,
    roles.tenure,
  ];
  return [...new Set(named.filter((name) => name !== undefined))];
}

/** The columns that must come with customers to be scored: those, and their ids where the run's had some. */
export function askedColumns(scorer: Scorer): string[] {
  const { id } = scorer.schema.roles;
  return [...(id === undefined ? [] : [id]), ...scoringColumns(scorer)];
}
