export { columnNames, readColumn, rowCount } from './table-like.js';
export { readNumbers } from './read/read-numbers.js';
export { readLabels } from './read/read-labels.js';
export { readOutcomes } from './read/read-outcomes.js';
export { readText } from './read/read-text.js';
export { codesOf, tellCodes } from './cells/coded-cells.js';
export { blankWords } from './cells/is-blank.js';
export { parseDate } from './cells/parse-date.js';

export { defineSchema } from './schema/define-schema.js';
export { inferSchema } from './infer/infer-schema.js';
export { columnsNamedLike } from './schema/role-names.js';
export { findLabelCopies } from './infer/label-copies.js';
export { assertSound, validateTable } from './validate/validate.js';
export { FeatureKindCounts } from './validate/feature-kinds.js';
export { LabelCounts } from './validate/label-counts.js';
export { columnNotices } from './validate/column-notices.js';

export { featureColumns } from './schema/feature-columns.js';
export { encodeFeatures } from './encode/encode-features.js';
export { applyEncoding } from './encode/apply-encoding.js';
export { featurelessFaults } from './encode/featureless-faults.js';
export { infiniteFaults } from './encode/infinite-faults.js';

export type { ArqueroTable, PlainColumns, TableLike } from './table-like.js';
export type { ColumnRole, Roles } from './schema/roles.js';
export type { Schema } from './schema/schema.js';
export type { CodedCells } from './cells/coded-cells.js';
export type { DecimalMark } from './cells/parse-number.js';
export type { SchemaOptions } from './schema/define-schema.js';
export type { InferredSchema, RoleReason } from './infer/infer-schema.js';
export type { LabelCopy } from './infer/label-copies.js';
export type { ReadNumbersOptions } from './read/read-numbers.js';
export type { ValidateOptions, ValidationReport } from './validate/validate.js';
export type { FeatureKinds } from './validate/feature-kinds.js';
export type { ColumnNotice } from './validate/column-notices.js';
export type { ColumnEncoding, Encoding } from './encode/encoding.js';
export type { EncodedTable } from './encode/apply-encoding.js';
export type { FittedTable } from './encode/encode-features.js';
