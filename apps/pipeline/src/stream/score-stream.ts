import type { Readable, Writable } from 'node:stream';

import { type Data, type Schema, makeData } from 'apache-arrow';

import type { Cells } from '../block/block.js';
import type { Appraisal } from '../engine/policy/appraise.js';
import { chooseAtPrice } from '../engine/policy/choose-at-price.js';
import { decided } from '../engine/policy/decided.js';
import { ofOffer } from '../engine/policy/of-offer.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { decisionColumns } from '../run-folder/results/result-table.js';
import { batchAppraiser, emptyAppraisal } from './appraise-batches.js';
import { type MappedStream, mapStream } from './map-stream.js';
import { type BatchColumn, namedColumns } from './write-batches.js';

/**
 * Scores an Arrow IPC stream into another, batch by batch: for each batch of customers one of as many rows, in their
 * order, with the id where the model knows one, what `clv score` writes, and `cost_<offer>`, what each offer is expected
 * to cost.
 *
 * @param price what a unit of money must gain.
 * @throws InvalidInputError with every fault of the first batch that has any, rows counted over the whole stream.
 */
export async function scoreStream(
  scorer: Scorer,
  price: number,
  input: Readable,
  output: Writable,
): Promise<MappedStream> {
  const { reads, appraise } = await batchAppraiser(scorer);
  const scored = (appraisal: Appraisal, schema: Schema, data?: Data) => [
    ...idColumn(scorer, schema, data),
    ...scoredColumns(scorer, appraisal, price),
  ];
  return mapStream(input, output, {
    reads,
    async answer(batch, first) {
      const appraisal = await appraise(batch, first);
      return { rows: batch.numRows, columns: scored(appraisal, batch.schema, batch.data) };
    },
    nothing: (schema) => scored(emptyAppraisal(scorer), schema),
  });
}

/** The ids as they came, where the model knows of any. */
function idColumn({ schema: { roles } }: Scorer, { fields }: Schema, data?: Data): BatchColumn[] {
  const place = fields.findIndex(({ name }) => name === roles.id);
  if (place < 0) return [];
  return [{ name: roles.id!, data: data?.children[place] ?? makeData({ type: fields[place].type }) }];
}

function scoredColumns(scorer: Scorer, appraisal: Appraisal, price: number): BatchColumn[] {
  const choice = chooseAtPrice(appraisal.choices, price);
  return namedColumns({
    ...decisionColumns(decided(scorer, appraisal, choice)),
    ...costColumns(scorer, appraisal),
  });
}

/** What each offer but none is expected to cost. */
function costColumns({ offers }: Scorer, { values }: Appraisal): Record<string, Cells> {
  return Object.fromEntries(
    offers.slice(1).map(({ id }, o) => [`cost_${id}`, ofOffer(values.cost, o + 1, offers.length)]),
  );
}
