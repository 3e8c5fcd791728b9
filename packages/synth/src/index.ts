export { synthesize, synthesizeColumns, synthesizeRows } from './synthesize.js';
export { fillCoded, synthesizeCoded } from './synthesize-coded.js';
export { packedIds } from './drawing/customer-ids.js';
export { synthesizeBlocks } from './synthesize-blocks.js';
export { fitSynthesizer } from './lookalike/fit.js';
export { synthesizeTransactions } from './synthesize-transactions.js';
export { scenarioNames, scenarioRoles } from './scenarios/index.js';
export { aucCeiling } from './auc-ceiling.js';
export { defaultOffers } from './offers/offers.js';
export { experimentRoles } from './offers/experiment-roles.js';
export { reportOverlap } from './offers/overlap.js';

export type { CodedNames } from './drawing/coded-names.js';
export type { CustomerIds, PackedTexts } from './drawing/customer-ids.js';
export type { CustomerBlock } from './synthesize-blocks.js';
export type { ExperimentOptions } from './options/experiment-options.js';
export type { SynthesizerModel } from './lookalike/model.js';
export type { OfferOverlap } from './offers/overlap.js';
export type { SynthOffer } from './offers/offers.js';
export type {
  PurchaseParameters,
  SpendParameters,
  SynthesizeTransactionsOptions,
} from './synthesize-transactions.js';
export type { SynthesizeOptions } from './options/options.js';
export type { Response } from './offers/response.js';
export type { Column, Columns, DrawnColumn, DrawnColumns, ScenarioRoles } from './scenarios/scenario.js';
