import { InvalidInputError, shapes, show, type Fault } from '@clv/contracts';
import { anObject, checkArgument, checkColumnNames } from '../check-argument.js';
import { greatestAmount, isTooGreat, tooGreat } from '../greatest-amount.js';
import type { CheckedOffer, Response } from '../offers/offer.js';

/** What is known of each customer. Matrices are row-major, customers x offers, the offers as `checkOffers` gives them: `none` first. */
export interface CustomerInputs {
  /** The probability of leaving when nothing is done, in [0, 1]. */
  pChurn: ArrayLike<number>;
  /** What a customer who stays through the decision window is worth, in money. */
  clv: ArrayLike<number>;
  /** The recurring monthly charge, in money. */
  price: ArrayLike<number>;
  /** How much of an offer's lift takes hold of this customer, in [0, 1] (default 1 for everyone). */
  sensitivity?: ArrayLike<number>;
  /** Learned changes of the probability of staying, in [-1, 1]. */
  effect?: Float64Array;
  /** The caller's own probabilities of staying, in [0, 1]; those of `none` are not read. */
  pStay?: Float64Array;
  /** Standard errors of the effects (whichever response they come from), at least 0; `riskAversion` and `choiceStability` read them. */
  effectError?: Float64Array;
  /**
   * The expected discounted number of months for which a customer who stays gets the discount (default: the offer's months):
   * customers x offers, or one a customer where every discount runs equally long.
   */
  billedMonths?: Float64Array;
}

const names: Readonly<Record<keyof CustomerInputs, true>> = {
  pChurn: true,
  clv: true,
  price: true,
  sensitivity: true,
  effect: true,
  pStay: true,
  effectError: true,
  billedMonths: true,
};

/** The names of all columns and matrices. */
export const inputNames: readonly string[] = Object.keys(names);

/** Where an offer's answer comes from: as it says itself, else from the best there is. */
export function responseOf(offer: CheckedOffer, inputs: CustomerInputs): Response {
  return offer.response ?? (inputs.pStay ? 'column' : inputs.effect ? 'uplift' : 'sensitivity');
}

/**
 * @throws {InvalidInputError} with one fault for each array that is at fault, naming its first bad row; {InvalidOptionError} for a
 *   name that is misspelt.
 */
export function checkInputs(inputs: CustomerInputs, offers: readonly CheckedOffer[]): void {
  checkArgument('inputs', inputs, anObject);
  checkColumnNames('inputs', inputs, inputNames);
  checkArgument('pChurn', inputs.pChurn, shapes.numbers);
  const customers = inputs.pChurn.length;
  const faults: Fault[] = [];
  const columns: [keyof CustomerInputs, number, number][] = [
    ['pChurn', 0, 1],
    ['clv', -greatestAmount, greatestAmount],
    ['price', 0, greatestAmount],
    ['sensitivity', 0, 1],
  ];
  for (const [name, least, most] of columns) {
    const values = inputs[name];
    if (values === undefined && name === 'sensitivity') continue;
    faults.push(...faultsOfColumn(name, values, { customers, least, most }));
  }
  const matrices: [
    'effect' | 'pStay' | 'billedMonths' | 'effectError',
    number,
    number,
    Response | undefined,
  ][] = [
    ['effect', -1, 1, 'uplift'],
    ['pStay', 0, 1, 'column'],
    ['billedMonths', 0, greatestAmount, undefined],
    ['effectError', 0, greatestAmount, undefined],
  ];
  for (const [name, least, most, response] of matrices) {
    if (name === 'billedMonths' && inputs.billedMonths?.length === customers) {
      faults.push(...faultsOfColumn(name, inputs.billedMonths, { customers, least, most }));
      continue;
    }
    const read = offers.map((offer, a) => a > 0 && (!response || responseOf(offer, inputs) === response));
    faults.push(
      ...faultsOfMatrix(name, inputs[name], { customers, offers, read, least, most, needed: !!response }),
    );
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

interface ColumnRule {
  customers: number;
  least: number;
  most: number;
}

function faultsOfColumn(
  column: string,
  values: ArrayLike<number> | undefined,
  { customers, least, most }: ColumnRule,
): Fault[] {
  const faults = faultsOfType(column, values);
  if (faults.length > 0) return faults;
  if (values?.length !== customers) return [wrongLength(column, values?.length, `${customers}, as pChurn`)];
  const offence = offenceAmong(values, { offset: 0, stride: 1, least, most });
  return offence ? [outOfRange(column, offence)] : [];
}

interface MatrixRule extends ColumnRule {
  offers: readonly CheckedOffer[];
  /** Which of the offers' columns count. */
  read: boolean[];
  /** Whether the matrix must be there once a column counts. */
  needed: boolean;
}

function faultsOfMatrix(column: string, values: Float64Array | undefined, rule: MatrixRule): Fault[] {
  const { customers, offers, read, least, most } = rule;
  const reader = read.indexOf(true);
  if (values === undefined) {
    if (!rule.needed || reader < 0) return [];
    const { id, response } = offers[reader];
    return [
      {
        rule: 'missing',
        message: `offer ${id}: its response is ${response}, but no ${column} is given`,
        column,
        offer: id,
      },
    ];
  }
  const faults = faultsOfType(column, values);
  if (faults.length > 0) return faults;
  const width = offers.length;
  if (values.length !== customers * width)
    return [
      wrongLength(
        column,
        values.length,
        `${customers * width}: ${customers} customers x ${width} offers, none among them`,
      ),
    ];
  return offers.flatMap((offer, a) => {
    if (!read[a]) return [];
    const offence = offenceAmong(values, { offset: a, stride: width, least, most });
    if (!offence) return [];
    return [{ ...outOfRange(`${column} of offer ${offer.id}`, offence), column, offer: offer.id }];
  });
}

function faultsOfType(column: string, values: unknown): Fault[] {
  const misshape = values === undefined ? undefined : shapes.numbers(values, column);
  return misshape ? [{ rule: 'wrong-type', message: `${column} ${misshape.fault}`, column }] : [];
}

function wrongLength(column: string, length: number | undefined, expected: string): Fault {
  const message =
    length === undefined ? `${column} is missing` : `${column} has ${length} values, expected ${expected}`;
  return { rule: 'wrong-length', message, column, value: length };
}

interface Offence {
  row: number;
  value: number;
  least: number;
  most: number;
  count: number;
}

/** What is wrong with every `stride`-th number from `offset` on; undefined where all are in the range. */
function offenceAmong(
  values: ArrayLike<number>,
  { offset, stride, least, most }: { offset: number; stride: number; least: number; most: number },
): Offence | undefined {
  let first = -1;
  let count = 0;
  for (let at = offset; at < values.length; at += stride) {
    const value = values[at];
    if (typeof value === 'number' && value >= least && value <= most) continue;
    if (count++ === 0) first = at;
  }
  if (count === 0) return undefined;
  return { row: (first - offset) / stride + 1, value: values[first], least, most, count };
}

function outOfRange(column: string, { row, value, least, most, count }: Offence): Fault {
  const range =
    most < greatestAmount
      ? `in [${least}, ${most}]`
      : isTooGreat(value) && (value > 0 || least < 0)
        ? tooGreat
        : least === 0
          ? 'a finite number of at least 0'
          : 'a finite number';
  const others = count > 1 ? ` (and ${count - 1} more rows)` : '';
  return {
    rule: 'out-of-range',
    message: `row ${row}: ${column} must be ${range}: ${show(value)}${others}`,
    column,
    row,
    value,
  };
}
