import { InvalidOptionError } from '@clv/contracts';

/**
 * Sees to it that the rows behind a chart have the fields that it reads. A figure that is not known, null or not a number, is shown
 * as missing.
 *
 * @throws InvalidOptionError that names the first that is not there: `points[0].gain is missing`.
 */
export function checkRows(name: string, rows: unknown, fields: readonly string[]): void {
  if (!Array.isArray(rows)) refuse(name, `must be a list of rows with ${fields.join(', ')}`);
  rows.forEach((row: unknown, i) => checkRow(`${name}[${i}]`, row, fields));
}

/** The same of the one thing that a chart is of. */
export function checkRow(name: string, row: unknown, fields: readonly string[]): void {
  const missing = fields.find((field) => (row as Record<string, unknown> | null)?.[field] === undefined);
  if (missing !== undefined) refuse(`${name}.${missing}`, 'is missing');
}

function refuse(path: string, fault: string): never {
  throw new InvalidOptionError(path, `${path} ${fault}`);
}
