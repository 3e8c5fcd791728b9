import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

import { InvalidInputError } from '@clv/contracts';
import {
  type AsyncRecordBatchStreamReader,
  CompressionType,
  type RecordBatch,
  RecordBatchReader,
  type Schema,
  compressionRegistry,
} from 'apache-arrow';

import { refuseFaults } from '../engine/customers/refuse-faults.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { decompressLz4, decompressZstd } from '../input/decompress-arrow.js';
import { type BatchColumn, BatchWriter } from './write-batches.js';

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (frame) => decompressLz4(frame) });
compressionRegistry.set(CompressionType.ZSTD, { decode: (frame) => decompressZstd(frame) });

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

/**
 * Answers an Arrow IPC stream by another, batch by batch. One batch is in memory at a time; the next is read when the last
 * has been taken.
 *
 * @throws InvalidInputError where no Arrow stream comes, or with every column that it lacks.
 * @returns how many rows came.
 */
export async function mapStream(
  input: Readable,
  output: Writable,
  { reads, answer, nothing }: StreamMap,
): Promise<number> {
  const reader = await openStream(input);
  const { schema } = reader;
  const present = schema.fields.map(({ name }) => name);
  refuseFaults('standard input', unknownColumns(reads, present));
  const writer = new BatchWriter();
  const send = async (bytes: Uint8Array) => {
    if (bytes.length > 0 && !output.write(bytes)) await once(output, 'drain');
  };
  let first = 0;
  let sent = false;
  for await (const batch of batchesOf(reader)) {
    if (batch.numRows === 0) continue;
    const { rows, columns } = await answer(batch, first);
    await send(writer.bytes(columns, rows));
    sent = true;
    first += batch.numRows;
  }
  if (!sent) await send(writer.bytes(nothing(schema), 0));
  await send(writer.end());
  return first;
}

const refusal = (message: string) =>
  new InvalidInputError([{ rule: 'not-arrow', message: `standard input ${message}` }]);

/** The batches for as long as they can be read. */
async function* batchesOf(reader: AsyncRecordBatchStreamReader): AsyncGenerator<RecordBatch> {
  const batches = reader[Symbol.asyncIterator]();
  for (;;) {
    const next = await batches.next().catch(({ message }: Error) => {
      throw refusal(`is an Arrow IPC stream that breaks off, or is damaged: ${message}`);
    });
    if (next.done) return;
    yield next.value;
  }
}

async function openStream(input: Readable): Promise<AsyncRecordBatchStreamReader> {
  const notArrow = (message: string) => refusal(`is not an Arrow IPC stream: ${message}`);
  try {
    const reader = await RecordBatchReader.from(input);
    await reader.open();
    if (reader.schema) return reader as AsyncRecordBatchStreamReader;
  } catch (cause) {
    throw notArrow((cause as Error).message);
  }
  throw notArrow('it has no schema');
}
