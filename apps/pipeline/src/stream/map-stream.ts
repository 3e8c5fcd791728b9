import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

import type { RecordBatch, Schema } from 'apache-arrow';

import { openBatches } from './open-batches.js';
import { type BatchColumn, BatchWriter } from './write-batches.js';

/** A batch to be written. */
export interface OutgoingBatch {
  rows: number;
  columns: BatchColumn[];
}

export interface StreamMap {
  /** The columns that must come. */
  reads: readonly string[];
  /** Answers a batch; `first` counts the rows before it. */
  answer(batch: RecordBatch, first: number): Promise<OutgoingBatch> | OutgoingBatch;
  /** The columns of an answer to nobody: a stream without rows still says what its columns are. */
  nothing(schema: Schema): BatchColumn[];
}

/** How much came. */
export interface MappedStream {
  rows: number;
  /** Whether the stream ended without saying that nothing more comes, as one does whose writer broke off between batches. */
  lacksMark: boolean;
}

/**
 * Answers an Arrow IPC stream by another, batch by batch. One batch is in memory at a time; the next is read when the last
 * has been taken.
 *
 * @throws InvalidInputError where no Arrow stream comes, or with every column that it lacks.
 */
export async function mapStream(
  input: Readable,
  output: Writable,
  { reads, answer, nothing }: StreamMap,
): Promise<MappedStream> {
  const batches = await openBatches(input, 'standard input', reads);
  const writer = new BatchWriter();
  const send = async (bytes: Uint8Array) => {
    if (bytes.length > 0 && !output.write(bytes)) await once(output, 'drain');
  };
  let first = 0;
  let sent = false;
  for await (const batch of batches) {
    if (batch.numRows === 0) continue;
    const { rows, columns } = await answer(batch, first);
    await send(writer.bytes(columns, rows));
    sent = true;
    first += batch.numRows;
  }
  if (!sent) await send(writer.bytes(nothing(batches.schema), 0));
  await send(writer.end());
  return { rows: first, lacksMark: batches.lackMark() };
}
