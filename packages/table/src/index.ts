export { columnNames, readColumn, rowCount } from './table-like.js';
export { readNumbers } from './read-numbers.js';
export { readLabels } from './read-labels.js';
export { readText } from './read-text.js';
export { parseDate } from './parse-date.js';

export { defineSchema } from './define-schema.js';
export { inferSchema } from './infer-schema.js';
export { findLabelCopies } from './label-copies.js';
export { assertSound, validateTable } from './validate.js';

export { featureColumns } from './feature-columns.js';
export { applyEncoding, encodeFeatures } from './apply-encoding.js';

export type { ArqueroTable, PlainColumns, TableLike } from './table-like.js';
export type { Roles } from './roles.js';
export type { Schema } from './schema.js';
export type { DecimalMark } from './parse-number.js';
export type { SchemaOptions } from './define-schema.js';
export type { InferredSchema, RoleReason } from './infer-schema.js';
export type { LabelCopy } from './label-copies.js';
export type { ReadNumbersOptions } from './read-numbers.js';
export type { ValidationReport } from './validate.js';
export type { ColumnEncoding, Encoding } from './encoding.js';
export type { EncodedTable } from './apply-encoding.js';
