import type { ColumnRole } from '../roles.js';

/**
 * What columns of a role are called in a language, in snake case without accents: names that say so, then such as may, then
 * words that speak of it. Of an experiment only English is known: a guess there would make effects of what is none.
 */
export type RoleNames = Partial<Record<ColumnRole, readonly RegExp[][]>>;

/** Names that may be followed by a currency, by months, or both. */
export const amount = (...names: string[]): RegExp[] => names.map((name) => RegExp(`^(${name})${currency}$`));
export const months = (...names: string[]): RegExp[] => names.map((name) => RegExp(`^(${name})${inMonths}$`));
export const name = (...names: string[]): RegExp[] => names.map((one) => RegExp(`^(${one})$`));
export const words = (...names: string[]): RegExp[] => names.map((one) => RegExp(`(^|_)(${one})(_|$)`));

const currency = '(_?(in_)?(eur|euros?|usd|dollars?|gbp|chf|brl|reais|mxn|pesos))?';
const inMonths = '(_?(in_|en_|em_)?(months?|monate?n?|mois|mes(es)?))?';
