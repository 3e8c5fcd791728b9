import { checkOptions, InvalidInputError, shapes, type Shape } from '@clv/contracts';
import type { Choices } from '../budget/choices.js';
import type { Allocation } from '../budget/spend.js';
import { anObject, anyNumber, labels } from '../argument-shapes.js';
import { allocateWithin } from './allocate-within.js';
import { faultsOfConstraints } from './check-constraints.js';
import { hasConstraints, type Constraints } from './constraints.js';

/** What keeps policies within constraints. It is handed on as a value, so that pages without any do without its code. */
export interface ConstraintKeeper {
  /** @throws {InvalidInputError} with every fault of the constraints for these customers and this budget. */
  check(choices: Choices, budget?: number): void;
  /** @throws {InfeasibleError} or {NoPolicyFoundError} where there is no policy. */
  allocate(choices: Choices, budget?: number): Allocation;
}

const { listOf, record } = shapes;
const maybe =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? undefined : shape(value, path);
const segmentLimits = record(
  {},
  { minSpend: anyNumber, maxSpend: anyNumber, minShare: anyNumber, maxShare: anyNumber },
);
const constraintShapes = {
  capacity: record({}, { total: anyNumber, offers: listOf(maybe(anyNumber)) }),
  perSegment: record({ segment: labels, limits: eachOf(segmentLimits) }),
  fairness: record({ group: labels, ratio: anyNumber }),
};

/** An object each of whose fields is of one shape. */
function eachOf(shape: Shape): Shape {
  return (value, path) =>
    anObject(value, path) ??
    record(Object.fromEntries(Object.keys(value as object).map((name) => [name, shape])))(value, path);
}

/** The keeper of some constraints; undefined where there are none. */
export function keeperOf({ capacity, perSegment, fairness }: Constraints): ConstraintKeeper | undefined {
  const constraints = { capacity, perSegment, fairness };
  checkOptions<Constraints>(constraints, constraintShapes);
  if (!hasConstraints(constraints)) return undefined;
  return {
    check(choices, budget) {
      const faults = faultsOfConstraints(choices, constraints, budget);
      if (faults.length > 0) throw new InvalidInputError(faults);
    },
    allocate: (choices, budget = Infinity) => allocateWithin(choices, budget, constraints),
  };
}
