import { shapes, show, type Fault } from '@clv/contracts';
import { wrongLength } from '../wrong-length.js';

/** A column of a log and what each of its values must be. */
export interface ColumnRule {
  column: string;
  values: ArrayLike<number> | undefined;
  isSound: (value: number) => boolean;
  /** In words: `must be <rule>`. */
  rule: string;
}

/** One fault for each column that is missing, of another length, or has a bad value (the first is named). */
export function faultsOfLog(rules: readonly ColumnRule[], rows: number): Fault[] {
  return rules.flatMap(({ column, values, isSound, rule }): Fault[] => {
    if (values === undefined) return [{ rule: 'missing', message: `the log has no ${column}`, column }];
    const misshape = shapes.numbers(values, column);
    if (misshape) return [{ rule: 'wrong-type', message: `${column} ${misshape.fault}`, column }];
    if (values.length !== rows) return [wrongLength('column', column, values.length, rows)];
    for (let i = 0; i < rows; i++) {
      const value = values[i];
      if (typeof value !== 'number' || !isSound(value))
        return [
          {
            rule: 'out-of-range',
            message: `row ${i + 1}: ${column} must be ${rule}: ${show(value)}`,
            column,
            row: i + 1,
            value,
          },
        ];
    }
    return [];
  });
}

export const isFlag = (value: number) => value === 0 || value === 1;
export const isOfferOf = (offers: number) => (value: number) =>
  Number.isInteger(value) && value >= 0 && value < offers;

/** The faults of a policy's choice: it is of other customers, or the number of one is no offer's. */
export const faultsOfChoice = (choice: ArrayLike<number>, offers: number, customers: number): Fault[] =>
  faultsOfLog(
    [
      {
        column: 'choice',
        values: choice,
        isSound: isOfferOf(offers),
        rule: `a whole number from 0 to ${offers - 1}`,
      },
    ],
    customers,
  );
