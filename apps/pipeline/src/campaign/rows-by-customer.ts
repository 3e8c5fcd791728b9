import { type Fault, InvalidInputError } from '@clv/contracts';

/**
 * The row of each customer of a table of outcomes.
 *
 * @param ids the customer of each row.
 * @throws InvalidInputError with every customer who stands twice, as which row is right is not ours to say, and every row of
 *   nobody.
 */
export function rowsByCustomer(
  name: string,
  column: string,
  ids: readonly string[],
): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  const faults: Fault[] = [];
  ids.forEach((customer, row) => {
    if (customer === '') {
      const message = `${name}: row ${row + 1}, ${column} is blank`;
      faults.push({ rule: 'blank-id', column, row: row + 1, message });
      return;
    }
    const first = rowOf.get(customer);
    if (first === undefined) rowOf.set(customer, row);
    else
      faults.push({
        rule: 'duplicate-id',
        column,
        row: row + 1,
        value: customer,
        message: `${name}: row ${row + 1}, ${column}: ${customer} stands in row ${first + 1} already`,
      });
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return rowOf;
}
