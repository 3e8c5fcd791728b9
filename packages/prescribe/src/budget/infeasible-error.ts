import { ClvError } from '@clv/contracts';

/** No policy was found that keeps these constraints together. */
export class InfeasibleError extends ClvError {
  readonly constraints: readonly string[];

  constructor(constraints: readonly string[]) {
    super(
      'INFEASIBLE',
      `no policy was found that keeps ${constraints.join(', ')} with the other constraints`,
      {
        path: constraints[0],
      },
    );
    this.constraints = constraints;
  }
}
