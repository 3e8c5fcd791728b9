export { contractualValue } from './contractual-value.js';
export { discountedMonths } from './discounted-months.js';
export { cohortSurvival, fitShiftedBetaGeometric } from './shifted-beta-geometric.js';

export { summarizeTransactions } from './summarize-transactions.js';
export { fitBgNbd, fitParetoNbd } from './fit-purchase-model.js';
export { fitGammaGamma } from './fit-gamma-gamma.js';
export { expectedPurchases, expectedPurchasesOfNewcomer, probabilityAlive } from './expected-purchases.js';
export { purchaseProbability } from './purchase-probability.js';
export { customerValue, expectedSpend } from './customer-value.js';
export { valueIntervals } from './value-intervals.js';

export type { ContractualValueOptions } from './contractual-value.js';
export type { DiscountOffer } from './discount-offer.js';
export type { DiscountedMonthsOptions, Staying } from './discounted-months.js';
export type { ShiftedBetaGeometricModel } from './cohort-model.js';
export type { SummarizeOptions, Summary, TransactionSummary } from './summarize-transactions.js';
export type { BgNbdModel, GammaGammaModel, ParetoNbdModel, PurchaseModel } from './purchase-model.js';
export type { CustomerValueOptions } from './customer-value.js';
export type { TimeUnit } from './time-unit.js';
export type { ValueIntervals, ValueIntervalsOptions } from './value-intervals.js';

export { NotConvergedError } from './not-converged-error.js';
