import { type Fault, InvalidInputError } from '@clv/contracts';
import { type Schema, readNumbers } from '@clv/table';
import type { Columns } from '../../block/block.js';

/** What customers pay and bring in a month, one entry a row. */
export interface CustomerMoney {
  price: Float64Array;
  margin: Float64Array;
  sensitivity?: Float64Array;
  notices: string[];
}

/**
 * Reads the columns that value and offers are made from; a missing margin column is the whole price, and said so.
 *
 * @param name what to call the table in messages.
 * @throws InvalidInputError with every cell of them that is blank: nobody can be valued by a number that is not there.
 */
export function readMoney(name: string, columns: Columns, { roles, decimal }: Schema): CustomerMoney {
  const blanks: Fault[] = [];
  const numbers = (column: string) => {
    const values = readNumbers(columns, column, { decimal });
    for (let i = 0; i < values.length; i++)
      if (Number.isNaN(values[i]))
        blanks.push({
          rule: 'blank-number',
          column,
          row: i + 1,
          message: `${name}: row ${i + 1}, ${column} is blank: a customer is valued by it`,
        });
    return values;
  };
  const price = numbers(roles.price!);
  const sensitivity = roles.sensitivity === undefined ? undefined : numbers(roles.sensitivity);
  const margin = roles.margin === undefined ? undefined : numbers(roles.margin);
  if (blanks.length > 0) throw new InvalidInputError(blanks);
  if (margin !== undefined) return { price, margin, sensitivity, notices: [] };
  if (roles.margin_rate !== undefined)
    return { price, margin: price.map((charge) => charge * roles.margin_rate!), sensitivity, notices: [] };
  return { price, margin: price, sensitivity, notices: [noMargin] };
}

const noMargin = 'No margin was given, so the whole price counts as margin: values are upper bounds.';
