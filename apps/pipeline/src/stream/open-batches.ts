import { Readable, pipeline } from 'node:stream';

import {
  type AsyncRecordBatchStreamReader,
  CompressionType,
  type RecordBatch,
  RecordBatchReader,
  type Schema,
  compressionRegistry,
} from 'apache-arrow';

import { refuseFaults } from '../faults/refuse-faults.js';
import { unknownColumns } from '../engine/customers/unknown-columns.js';
import { decompressLz4, decompressZstd } from '../input/arrow/decompress-arrow.js';
import { refusal } from '../faults/refusal.js';
import { EndOfStream } from './end-of-stream.js';

compressionRegistry.set(CompressionType.LZ4_FRAME, { decode: (frame) => decompressLz4(frame) });
compressionRegistry.set(CompressionType.ZSTD, { decode: (frame) => decompressZstd(frame) });

/** The batches of an Arrow IPC stream, one at a time, and their columns. */
export interface Batches extends AsyncIterable<RecordBatch> {
  schema: Schema;
  /** Once all are read: whether the stream ended without saying that nothing more comes. */
  lackMark(): boolean;
}

/**
 * Opens an Arrow IPC stream.
 *
 * @param name what it is called where something is wrong with it.
 * @param reads the columns that must come.
 * @throws InvalidInputError where no Arrow stream comes, or with every column that it lacks; also while batches are read.
 */
export async function openBatches(
  input: Readable | Uint8Array,
  name: string,
  reads: readonly string[],
): Promise<Batches> {
  const end = new EndOfStream();
  // What fails is told by who reads the end.
  pipeline(input instanceof Uint8Array ? Readable.from([input]) : input, end, () => {});
  const reader = await open(end, name);
  const { schema } = reader;
  const present = schema.fields.map((field) => field.name);
  refuseFaults(name, unknownColumns(reads, present));
  return {
    schema,
    lackMark: () => end.lacksMark,
    [Symbol.asyncIterator]: () => batchesOf(reader, end, name),
  };
}

const notArrow = (name: string, message: string) => refusal('not-arrow', name, `${name} ${message}`);
const broken = (name: string, why: string) =>
  notArrow(name, `is an Arrow IPC stream that breaks off, or is damaged: ${why}`);

/** The batches for as long as they can be read. */
async function* batchesOf(
  reader: AsyncRecordBatchStreamReader,
  end: EndOfStream,
  name: string,
): AsyncGenerator<RecordBatch> {
  const batches = reader[Symbol.asyncIterator]();
  for (;;) {
    const next = await batches.next().catch(({ message }: Error) => {
      throw broken(name, message);
    });
    if (!next.done) yield next.value;
    else if (end.isCut) throw broken(name, 'it ends as a batch begins');
    else return;
  }
}

async function open(input: Readable, name: string): Promise<AsyncRecordBatchStreamReader> {
  let why = 'it has no schema';
  try {
    const reader = await RecordBatchReader.from(input);
    await reader.open();
    if (reader.schema) return reader as AsyncRecordBatchStreamReader;
  } catch (cause) {
    why = (cause as Error).message;
  }
  throw notArrow(name, `is not an Arrow IPC stream: ${why}`);
}
