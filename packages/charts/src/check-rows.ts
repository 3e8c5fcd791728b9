import { InvalidOptionError } from '@clv/contracts';

/**
 * Sees to it that the rows behind a chart have the fields that it reads. A figure that is not known, null or not a number, is shown
 * as missing.
 *
 * @throws InvalidOptionError that names the first that is not there: `points[0].gain is missing`.
 */
export function checkRows(name: string, rows: unknown, fields: readonly string[]): void {
  const refuse = (path: string, fault: string) => {
    throw new InvalidOptionError(path, `${path} ${fault}`);
  };
  if (!Array.isArray(rows)) return refuse(name, `must be a list of rows with ${fields.join(', ')}`);
  rows.forEach((row: Record<string, unknown> | null | undefined, i) => {
    const missing = fields.find((field) => row?.[field] === undefined);
    if (missing !== undefined) refuse(`${name}[${i}].${missing}`, 'is missing');
  });
}
