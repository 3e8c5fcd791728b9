import {
  AsyncByteQueue,
  type Data,
  type DataType,
  Field,
  Float64,
  Int32,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
  makeData,
} from 'apache-arrow';

import { type Cells, CodedText } from '../block/block.js';
import { encodeTexts } from '../block/texts/encode-texts.js';

/** A column of a batch to be written. */
export interface BatchColumn {
  name: string;
  data: Data;
}

/** Columns by their names, in their order. */
export const namedColumns = (columns: Readonly<Record<string, Cells>>): BatchColumn[] =>
  Object.entries(columns).map(([name, cells]) => ({ name, data: arrowData(cells) }));

/** A column of Arrow: numbers share the memory, coded text becomes text. */
export function arrowData(cells: Cells): Data {
  if (cells instanceof Float64Array) return makeData({ type: new Float64(), data: cells });
  if (cells instanceof Int32Array) return makeData({ type: new Int32(), data: cells });
  if (cells instanceof CodedText) return textData(cells);
  throw new TypeError('a column of a batch is of numbers or of coded text');
}

/** A column of texts that are nearly all different. */
export function textsData(texts: readonly string[]): Data {
  const { bytes: data, ends } = encodeTexts(texts);
  const valueOffsets = new Int32Array(texts.length + 1);
  valueOffsets.set(ends, 1);
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

/** Texts are written four bytes at a time: what runs over is written again by the next, or lies beyond the last. */
function textData({ codes, levels }: CodedText): Data {
  const texts = levels.map((level) => new TextEncoder().encode(level));
  const lengths = Int32Array.from(texts, ({ length }) => length);
  const words = texts.map(wordsOf);
  const valueOffsets = new Int32Array(codes.length + 1);
  for (let i = 0; i < codes.length; i++) valueOffsets[i + 1] = valueOffsets[i] + lengths[codes[i]];
  const end = valueOffsets[codes.length];
  const data = new Uint8Array(end + 3);
  const view = new DataView(data.buffer);
  for (let i = 0; i < codes.length; i++) {
    const text = words[codes[i]];
    for (let word = 0, at = valueOffsets[i]; word < text.length; word++, at += 4)
      view.setInt32(at, text[word], true);
  }
  return makeData({
    ...{ type: new Utf8(), length: codes.length, nullCount: 0, valueOffsets },
    data: data.subarray(0, end),
  });
}

function wordsOf(bytes: Uint8Array): Int32Array {
  const padded = new Uint8Array(4 * Math.ceil(bytes.length / 4));
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  return Int32Array.from({ length: padded.length / 4 }, (_, word) => view.getInt32(4 * word, true));
}

/** Keeps what is written until it is taken. */
class Chunks extends AsyncByteQueue<Uint8Array> {
  private chunks: Uint8Array[] = [];

  override write(chunk: Uint8Array): void {
    this.chunks.push(chunk);
  }

  take(): Uint8Array {
    const taken = Buffer.concat(this.chunks);
    this.chunks = [];
    return taken;
  }
}

/** Makes the bytes of an Arrow stream, batch by batch; all batches have the columns of the first. */
export class BatchWriter {
  private readonly chunks = new Chunks();
  private readonly writer = new RecordBatchStreamWriter({ autoDestroy: false }).reset(this.chunks);
  private schema?: Schema;

  /** The bytes of a batch, and before the first those of the schema. */
  bytes(columns: readonly BatchColumn[], rows: number): Uint8Array {
    const schema = (this.schema ??= new Schema(
      columns.map(({ name, data }) => new Field(name, data.type as DataType, true)),
    ));
    const children = columns.map(({ data }) => data);
    const struct = makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children });
    this.writer.write(new RecordBatch(schema, struct));
    return this.chunks.take();
  }

  /** The bytes that end the stream. */
  end(): Uint8Array {
    this.writer.finish();
    return this.chunks.take();
  }
}
