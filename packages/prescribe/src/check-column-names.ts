import { InvalidOptionError, misspeltName } from '@clv/contracts';

/**
 * Sees to it that none of the columns that may be left out is there under a name that is misspelt.
 *
 * @throws {InvalidOptionError} with the name that was meant.
 */
export function checkColumnNames(name: string, columns: object, known: readonly string[]): void {
  const fault = misspeltName('column', columns, known);
  if (fault !== undefined) throw new InvalidOptionError(name, `${name}: ${fault}`);
}
