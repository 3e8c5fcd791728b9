import type { Scaler } from './scaler.js';

const list = new Intl.ListFormat('en-GB');

/**
 * Of too many segments for the customers there are: what an option must be, the columns, and which of them tell nobody apart.
 * `must be at most the number of customers that price and tenure tell apart, 2: 4 (tenure is the same in every row)`
 */
export function tooFewToldApart(
  { columns }: Scaler,
  distinct: number,
  { option, must, value }: { option: string; must: string; value: number },
): string {
  const names = columns.map(({ column }) => column);
  const constant = columns.filter((it) => it.constant).map(({ column }) => column);
  const told = names.length === 1 ? `${names[0]} tells` : `${list.format(names)} tell`;
  const same = constant.length === 1 ? 'is' : 'are';
  const hint = constant.length === 0 ? '' : ` (${list.format(constant)} ${same} the same in every row)`;
  return `${option} must be ${must} the number of customers that ${told} apart, ${distinct}: ${value}${hint}`;
}
