import { shapes, type Shape } from '@clv/contracts';

const { array, finite, listOf, numbers, number, record, text, whole } = shapes;

export const anObject = record({});
export const aList = listOf(() => undefined);
export const labels = array('an array of labels');
/** Any number, for those whose range is looked at by what they stand for. */
export const anyNumber = number('a number', () => true);

export const edgeShape = record({ critical: finite, last: finite });

interface Sized {
  customers: number;
  offers: unknown;
}

/** A shape with as many numbers in its matrices as there are customers times offers. */
const sized =
  (shape: Shape, matrices: readonly string[], sizeOf: (value: Sized) => number): Shape =>
  (value, path) => {
    const misshape = shape(value, path);
    if (misshape) return misshape;
    const size = sizeOf(value as Sized);
    const lists = value as Record<string, { length: number }>;
    const wrong = matrices.find((name) => lists[name].length !== size);
    return wrong === undefined
      ? undefined
      : { path: `${path}.${wrong}`, fault: `has ${lists[wrong].length} values, expected ${size}` };
  };

/** Offers as a budget sees them. */
export const choicesShape = sized(
  record({ customers: whole(0), offers: whole(1), gain: numbers, cost: numbers }),
  ['gain', 'cost'],
  ({ customers, offers }) => customers * Number(offers),
);

/** What `findUpgrades` gives. */
export const upgradesShape = sized(
  record({
    customers: whole(0),
    choices: choicesShape,
    start: numbers,
    offer: numbers,
    marginalReturn: numbers,
  }),
  ['start'],
  ({ customers }) => customers + 1,
);

/** What `expectedValues` gives. */
export const valuesShape = sized(
  record({
    customers: whole(0),
    offers: listOf(record({ id: text })),
    pStay: numbers,
    cost: numbers,
    value: numbers,
    gain: numbers,
  }),
  ['pStay', 'cost', 'value', 'gain'],
  ({ customers, offers }) => customers * (offers as unknown[]).length,
);
