import type { LikelihoodFit } from './maximize-likelihood.js';

/** What every fitted model holds. */
export interface Fitted<Names extends string> {
  version: 1;
  parameters: Record<Names, number>;
  /** From the observed information; how far the parameters could be off by chance. */
  standardErrors: Record<Names, number>;
  logLikelihood: number;
  /** How many customers it was fitted to. */
  customers: number;
}

/** The fields of a {@link Fitted} model that come from its likelihood. */
export function named<Name extends string>(names: readonly Name[], fit: LikelihoodFit) {
  const byName = (values: number[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]])) as Record<Name, number>;
  return {
    parameters: byName(fit.parameters),
    standardErrors: byName(fit.standardErrors),
    logLikelihood: fit.logLikelihood,
  };
}
