import type { Encoding, Schema } from '@clv/table';

/** How columns become features, and which of them say what became of a customer. */
export interface TrainingFeatures {
  encoding: Encoding;
  schema: Schema;
}
