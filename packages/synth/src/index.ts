export { synthesize, synthesizeColumns, synthesizeRows } from './synthesize.js';
export { synthesizeBlocks } from './blocks.js';
export { fitSynthesizer } from './lookalike/fit.js';
export { synthesizeTransactions } from './transactions.js';
export { scenarioNames, scenarioRoles } from './scenarios/index.js';
export { aucCeiling } from './auc-ceiling.js';
export { defaultOffers } from './offers.js';
export { experimentRoles } from './experiment.js';
export { reportOverlap } from './overlap.js';

export type { CustomerBlock } from './blocks.js';
export type { ExperimentOptions } from './experiment-options.js';
export type { SynthesizerModel } from './lookalike/model.js';
export type { OfferOverlap } from './overlap.js';
export type { SynthOffer } from './offers.js';
export type { PurchaseParameters, SpendParameters, SynthesizeTransactionsOptions } from './transactions.js';
export type { SynthesizeOptions } from './options.js';
export type { Response } from './response.js';
export type { Column, Columns, ScenarioRoles } from './scenarios/scenario.js';
