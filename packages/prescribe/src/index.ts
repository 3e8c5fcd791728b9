export { checkOffers } from './offers/check.js';
export { defaultOffers } from './offers/offer.js';
export { expectedValues } from './value/expected-values.js';
export { allocateBudget } from './budget/allocate.js';
export { budgetPath, frontier, gainAt } from './budget/path.js';
export { prescribe } from './policy/prescribe.js';
export { startWhatIf, whatIf, whatIfPath } from './policy/what-if.js';

export type { CheckedOffer, Offer, Response } from './offers/offer.js';
export type { CustomerInputs } from './value/inputs.js';
export type { ExpectedValues } from './value/expected-values.js';
export type { BudgetProblem } from './budget/allocate.js';
export type { BudgetPath, FrontierPoint } from './budget/path.js';
export type { Allocation } from './budget/spend.js';
export type { Choices } from './budget/upgrades.js';
export type { BudgetBasis, PrescribeOptions, Prescription } from './policy/prescription.js';
export type { WhatIfChange, WhatIfState } from './policy/what-if.js';
