import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

import { InvalidInputError, UnknownColumnError } from '@clv/contracts';
import {
  type AsyncRecordBatchStreamReader,
  type Data,
  type RecordBatch,
  RecordBatchReader,
  makeData,
} from 'apache-arrow';

import { blockSchema } from '../blockwise/block-schema.js';
import { RowFaults } from '../blockwise/row-faults.js';
import { scoringColumns } from '../blockwise/scoring-columns.js';
import type { Cells } from '../block/block.js';
import { type Appraisal, appraise } from '../engine/appraise.js';
import { chooseAtPrice } from '../engine/choose-at-price.js';
import { decided } from '../engine/decided.js';
import type { Scorer } from '../engine/scorer.js';
import { decisionColumns } from '../run-folder/result-table.js';
import { BatchReader } from './read-batch.js';
import { type BatchColumn, BatchWriter, arrowData } from './write-batches.js';

/**
 * Scores an Arrow IPC stream into another, batch by batch: for each batch of customers one of as many rows, in their
 * order, with the id where the model knows one, what `clv score` writes, and `cost_<offer>`, what each offer is expected
 * to cost. One batch is in memory at a time; the next is read when the last has been taken.
 *
 * @param price what a unit of money must gain.
 * @throws InvalidInputError with every fault of the first batch that has any, rows counted over the whole stream.
 * @returns how many customers were scored.
 */
export async function scoreStream(
  scorer: Scorer,
  price: number,
  input: Readable,
  output: Writable,
): Promise<number> {
  const reader = await openStream(input);
  const names = scoringColumns(scorer);
  const incoming = reader.schema;
  const present = incoming.fields.map(({ name }) => name);
  const unknown = names.find((name) => !present.includes(name));
  if (unknown !== undefined) throw new UnknownColumnError(unknown, present);
  const schema = blockSchema(scorer.schema, names);
  const batches = new BatchReader();
  const writer = new BatchWriter();
  const send = async (bytes: Uint8Array) => {
    if (bytes.length > 0 && !output.write(bytes)) await once(output, 'drain');
  };
  let first = 0;
  let sent = false;
  for await (const batch of reader) {
    if (batch.numRows === 0) continue;
    const faults = new RowFaults();
    const appraisal = await faults.gather(first, () =>
      appraise(scorer, 'the stream', batches.read(batch, names), schema),
    );
    faults.throwIfAny();
    await send(writer.bytes(scoredColumns(scorer, appraisal!, price, batch), batch.numRows));
    sent = true;
    first += batch.numRows;
  }
  // A stream without customers still says what its columns are.
  if (!sent) await send(writer.bytes(scoredColumns(scorer, nobody(scorer), price, { schema: incoming }), 0));
  await send(writer.end());
  return first;
}

async function openStream(input: Readable): Promise<AsyncRecordBatchStreamReader> {
  const notArrow = (message: string) =>
    new InvalidInputError([
      { rule: 'not-arrow', message: `standard input is not an Arrow IPC stream: ${message}` },
    ]);
  try {
    const reader = await RecordBatchReader.from(input);
    await reader.open();
    if (reader.schema) return reader as AsyncRecordBatchStreamReader;
  } catch (cause) {
    throw notArrow((cause as Error).message);
  }
  throw notArrow('it has no schema');
}

/** The columns of a scored batch. */
function scoredColumns(
  scorer: Scorer,
  appraisal: Appraisal,
  price: number,
  { schema, data }: Pick<RecordBatch, 'schema'> & { data?: Data },
): BatchColumn[] {
  const choice = chooseAtPrice(appraisal.choices, price);
  const found = {
    ...decisionColumns(decided(scorer, appraisal, choice)),
    ...costColumns(scorer, appraisal),
  };
  const { id } = scorer.schema.roles;
  const place = schema.fields.findIndex(({ name }) => name === id);
  const ids =
    place < 0 ? undefined : (data?.children[place] ?? makeData({ type: schema.fields[place].type }));
  return [
    ...(ids === undefined ? [] : [{ name: id!, data: ids }]),
    ...Object.entries(found).map(([name, cells]) => ({ name, data: arrowData(cells) })),
  ];
}

/** What each offer but none is expected to cost. */
function costColumns({ offers }: Scorer, { segment, values }: Appraisal): Record<string, Cells> {
  const costs = offers.slice(1).map(({ id }, o): [string, Float64Array] => {
    const cost = new Float64Array(segment.length);
    for (let i = 0; i < cost.length; i++) cost[i] = values.cost[i * offers.length + o + 1];
    return [`cost_${id}`, cost];
  });
  return Object.fromEntries(costs);
}

const nobody = ({ offers }: Scorer): Appraisal => {
  const none = new Float64Array();
  return {
    segment: new Int32Array(),
    pChurn: none,
    clv: none,
    values: { customers: 0, offers, pStay: none, cost: none, value: none, gain: none },
    choices: { customers: 0, offers: offers.length, gain: none, cost: none },
  };
};
