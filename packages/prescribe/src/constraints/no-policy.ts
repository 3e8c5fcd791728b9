import { ClvError } from '@clv/contracts';

/** It is proven that no policy keeps these constraints together; the proof needs each of them. */
export class InfeasibleError extends ClvError {
  readonly constraints: readonly string[];

  constructor(constraints: readonly string[]) {
    super('INFEASIBLE', `no policy of offers that pay keeps ${constraints.join(', ')} together`, {
      path: constraints[0],
    });
    this.constraints = constraints;
  }
}

/** A constraint that a policy breaks. */
export interface BrokenConstraint {
  name: string;
  /** By so much, in money, or in customers of a limit that counts them. */
  by: number;
}

/**
 * No policy was found that keeps all constraints, nor a proof that there is none. Loosened by as much as the nearest one found breaks
 * them, those that it breaks can be kept with all others.
 */
export class NoPolicyFoundError extends ClvError {
  readonly constraints: readonly string[];
  readonly broken: readonly BrokenConstraint[];

  constructor(broken: readonly BrokenConstraint[]) {
    const names = broken.map(({ name }) => name);
    super(
      'NO_POLICY_FOUND',
      `no policy was found that keeps ${names.join(', ')} with the other constraints, though there may be one; ` +
        `there is one where ${broken.map(({ name, by }) => `${name} is loosened by ${by}`).join(', ')}`,
      { path: names[0] },
    );
    this.constraints = names;
    this.broken = broken;
  }
}
