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

/** No policy was found that keeps all constraints, nor a proof that there is none; the nearest one found breaks these. */
export class NoPolicyFoundError extends ClvError {
  readonly constraints: readonly string[];

  constructor(constraints: readonly string[]) {
    super(
      'NO_POLICY_FOUND',
      `no policy was found that keeps ${constraints.join(', ')} with the other constraints, though there may be one`,
      { path: constraints[0] },
    );
    this.constraints = constraints;
  }
}
