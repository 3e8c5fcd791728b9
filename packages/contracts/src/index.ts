export { ClvError, type ErrorSite } from './clv-error.js';
export { InvalidInputError, type Fault } from './fault.js';
export { InvalidOptionError } from './invalid-option-error.js';
export { UnknownColumnError } from './unknown-column-error.js';

export { nearestName, unknownName } from './nearest-name.js';
export { checkWhole } from './check-whole.js';
export { checkOptionNames, type OptionNames } from './option-names.js';
export { offerColumn, resultColumns, type ResultColumn } from './result-columns.js';
export { randomSource, type RandomSource } from './random-source.js';
export { normalCumulative, normalDensity, normalQuantile } from './gaussian.js';
export { digamma, logGamma } from './log-gamma.js';
export { choleskyFactor, solveByCholesky } from './cholesky.js';
export { sortNumbers } from './sort-numbers.js';

export type { FeatureMatrix } from './feature-matrix.js';
export type { RunControl } from './run-control.js';
export type { HoldoutSummary, OfferSummary, RunSummary, SegmentSummary } from './run-summary.js';
