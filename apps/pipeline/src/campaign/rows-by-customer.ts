import { type Fault, InvalidInputError } from '@clv/contracts';

/**
 * The row of each customer of a table of outcomes.
 *
 * @param ids the customer of each row.
 * @throws InvalidInputError with every customer who stands twice: which row is right is not ours to say.
 */
export function rowsByCustomer(
  name: string,
  column: string,
  ids: readonly string[],
): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  const twice: Fault[] = [];
  ids.forEach((customer, row) => {
    const first = rowOf.get(customer);
    if (first === undefined) rowOf.set(customer, row);
    else
      twice.push({
        rule: 'duplicate-id',
        column,
        row: row + 1,
        value: customer,
        message: `${name}: row ${row + 1}, ${column}: ${customer} stands in row ${first + 1} already`,
      });
  });
  if (twice.length > 0) throw new InvalidInputError(twice);
  return rowOf;
}
