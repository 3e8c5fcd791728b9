import type { Scaler } from './scaler.js';

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
  const told = names.length === 1 ? `${names[0]} tells` : `${listed(names)} tell`;
  const same = constant.length === 1 ? 'is' : 'are';
  const hint = constant.length === 0 ? '' : ` (${listed(constant)} ${same} the same in every row)`;
  return `${option} must be ${must} the number of customers that ${told} apart, ${distinct}: ${value}${hint}`;
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
