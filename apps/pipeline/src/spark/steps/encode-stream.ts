import type { Readable, Writable } from 'node:stream';

import { type Schema, applyEncoding, readLabels } from '@clv/table';
import { Field, FixedSizeList, Float32, makeData } from 'apache-arrow';

import { refusal } from '../../faults/refusal.js';
import { mapStream } from '../../stream/map-stream.js';
import { BatchReader } from '../../stream/read-batch.js';
import { type BatchColumn, arrowData } from '../../stream/write-batches.js';
import { isBlankSql } from '../blank-sql.js';
import type { TrainingFeatures } from '../documents/training-features.js';

/** What Spark has to know to grow trees from all rows. */
export interface TrainingPlan {
  /** The columns of features and of the outcome. */
  reads: string[];
  /** Of whom the outcome is known, as a condition of Spark's SQL; who got an offer would have done something else. */
  known: string;
}

export function planTraining({ encoding, schema }: TrainingFeatures): TrainingPlan {
  const { offer } = schema.roles;
  const untreated = offer === undefined ? '' : ` AND (${isBlankSql(offer)} OR \`${offer}\` = 'none')`;
  return {
    reads: [...encoding.columns.map(({ column }) => column), labelOf(schema)],
    known: `NOT ${isBlankSql(labelOf(schema))}${untreated}`,
  };
}

/** Turns customers into `features`, a list of float32 each, and `label`, 0 or 1. */
export async function encodeStream(
  { encoding, schema }: TrainingFeatures,
  input: Readable,
  output: Writable,
): Promise<void> {
  const { reads } = planTraining({ encoding, schema });
  const reader = new BatchReader();
  const columnsOf = (features: Float32Array, labels: Float64Array): BatchColumn[] => {
    const type = new FixedSizeList(encoding.featureNames.length, new Field('feature', new Float32(), false));
    const child = makeData({ type: new Float32(), data: features });
    return [
      { name: 'features', data: makeData({ type, length: labels.length, nullCount: 0, child }) },
      { name: 'label', data: arrowData(labels) },
    ];
  };
  await mapStream(input, output, {
    reads,
    answer(batch) {
      const columns = reader.read(batch, reads);
      const { matrix } = applyEncoding(encoding, columns);
      return {
        rows: batch.numRows,
        columns: columnsOf(matrix.data, Float64Array.from(readLabels(columns, schema))),
      };
    },
    nothing: () => columnsOf(new Float32Array(), new Float64Array()),
  });
}

function labelOf({ roles: { label } }: Schema): string {
  if (label !== undefined) return label;
  throw refusal('missing-role', 'roles.label', 'no column is the label: who has churned');
}
