import { checkArgument, InvalidInputError, shapes, show, type Fault } from '@clv/contracts';
import { anObject } from '../argument-shapes.js';
import { checkColumnNames } from '../check-column-names.js';
import { greatestAmount, isTooGreat, tooGreat } from '../greatest-amount.js';
import type { CheckedOffer, Response } from '../offers/offer.js';
import { wrongLength } from '../wrong-length.js';

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

type Range = readonly [least: number, most: number];
type Column = 'pChurn' | 'clv' | 'price' | 'sensitivity';
type Matrix = Exclude<keyof CustomerInputs, Column>;

const amounts: Range = [0, greatestAmount];

/** What the numbers of each column must lie in. */
const columnRanges: Readonly<Record<Column, Range>> = {
  pChurn: [0, 1],
  clv: [-greatestAmount, greatestAmount],
  price: amounts,
  sensitivity: [0, 1],
};

/** The same of each matrix. */
const matrixRanges: Readonly<Record<Matrix, Range>> = {
  effect: [-1, 1],
  pStay: [0, 1],
  billedMonths: amounts,
  effectError: amounts,
};

/** The matrices that only one response reads, and cannot do without. */
const readBy: Partial<Record<Matrix, Response>> = { effect: 'uplift', pStay: 'column' };

const columns = Object.keys(columnRanges) as Column[];
const matrices = Object.keys(matrixRanges) as Matrix[];

/** The names of all columns and matrices. */
export const inputNames: readonly string[] = [...columns, ...matrices];

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
  for (const name of columns) {
    const values = inputs[name];
    if (values === undefined && name === 'sensitivity') continue;
    faults.push(...faultsOfColumn(name, values, customers, columnRanges[name]));
  }
  for (const name of matrices) {
    const values = inputs[name];
    const range = matrixRanges[name];
    if (name === 'billedMonths' && values?.length === customers) {
      faults.push(...faultsOfColumn(name, values, customers, range));
      continue;
    }
    const response = readBy[name];
    const read = offers.map((offer, a) => a > 0 && (!response || responseOf(offer, inputs) === response));
    faults.push(...faultsOfMatrix(name, values, { customers, offers, read, range, needed: !!response }));
  }
  if (faults.length > 0) throw new InvalidInputError(faults);
}

function faultsOfColumn(
  column: string,
  values: ArrayLike<number> | undefined,
  customers: number,
  range: Range,
): Fault[] {
  const faults = faultsOfType(column, values);
  if (faults.length > 0) return faults;
  if (values === undefined) return [{ rule: 'wrong-length', message: `${column} is missing`, column }];
  const { length } = values;
  if (length !== customers)
    return [{ ...wrongLength('column', column, length, `${customers}, as pChurn`), value: length }];
  const offence = offenceAmong(values, range, { offset: 0, stride: 1 });
  return offence ? [outOfRange(column, range, offence)] : [];
}

interface MatrixRule {
  customers: number;
  range: Range;
  offers: readonly CheckedOffer[];
  /** Which of the offers' columns count. */
  read: boolean[];
  /** Whether the matrix must be there once a column counts. */
  needed: boolean;
}

function faultsOfMatrix(column: string, values: Float64Array | undefined, rule: MatrixRule): Fault[] {
  const { customers, offers, read, range } = rule;
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
  const { length } = values;
  if (length !== customers * width) {
    const expected = `${customers * width}: ${customers} customers x ${width} offers, none among them`;
    return [{ ...wrongLength('column', column, length, expected), value: length }];
  }
  return offers.flatMap((offer, a) => {
    if (!read[a]) return [];
    const offence = offenceAmong(values, range, { offset: a, stride: width });
    if (!offence) return [];
    return [{ ...outOfRange(`${column} of offer ${offer.id}`, range, offence), column, offer: offer.id }];
  });
}

function faultsOfType(column: string, values: unknown): Fault[] {
  const misshape = values === undefined ? undefined : shapes.numbers(values, column);
  return misshape ? [{ rule: 'wrong-type', message: `${column} ${misshape.fault}`, column }] : [];
}

interface Offence {
  row: number;
  value: number;
  count: number;
}

/** What is wrong with every `stride`-th number from `offset` on; undefined where all are in the range. */
function offenceAmong(
  values: ArrayLike<number>,
  [least, most]: Range,
  { offset, stride }: { offset: number; stride: number },
): Offence | undefined {
  let first = -1;
  let count = 0;
  for (let at = offset; at < values.length; at += stride) {
    const value = values[at];
    if (typeof value === 'number' && value >= least && value <= most) continue;
    if (count++ === 0) first = at;
  }
  if (count === 0) return undefined;
  return { row: (first - offset) / stride + 1, value: values[first], count };
}

function outOfRange(column: string, [least, most]: Range, { row, value, count }: Offence): Fault {
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
