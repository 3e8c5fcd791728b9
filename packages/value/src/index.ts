export { contractualValue } from './contractual-value.js';
export { discountedMonths } from './discounted-months.js';

export type { ContractualValueOptions } from './contractual-value.js';
export type { DiscountedMonthsOptions, Staying } from './discounted-months.js';
