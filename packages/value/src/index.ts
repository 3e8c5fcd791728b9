export { contractualValue } from './contractual/contractual-value.js';
export { discountedMonths } from './contractual/discounted-months.js';
export { cohortSurvival, fitShiftedBetaGeometric } from './contractual/shifted-beta-geometric.js';

export { summarizeTransactions } from './purchases/summarize-transactions.js';
export { fitBgNbd, fitParetoNbd } from './purchases/fit-purchase-model.js';
export { fitGammaGamma } from './spend/fit-gamma-gamma.js';
export {
  expectedPurchases,
  expectedPurchasesOfNewcomer,
  probabilityAlive,
} from './purchases/expected-purchases.js';
export { purchaseProbability } from './purchases/purchase-probability.js';
export { customerValue, expectedSpend } from './customer-value.js';
export { valueIntervals } from './value-intervals.js';

export type { ContractualValueOptions } from './contractual/contractual-value.js';
export type { DiscountOffer } from './contractual/discount-offer.js';
export type { DiscountedMonthsOptions, Staying } from './contractual/discounted-months.js';
export type { ShiftedBetaGeometricModel } from './contractual/cohort-model.js';
export type { SummarizeOptions, Summary, TransactionSummary } from './purchases/summarize-transactions.js';
export type { BgNbdModel, ParetoNbdModel, PurchaseModel } from './purchases/purchase-model.js';
export type { GammaGammaModel } from './spend/gamma-gamma-model.js';
export type { CustomerValueOptions } from './customer-value.js';
export type { TimeUnit } from './time-unit.js';
export type { ValueIntervals, ValueIntervalsOptions } from './value-intervals.js';

export { NotConvergedError } from './likelihood/not-converged-error.js';
