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

function textData({ codes, levels }: CodedText): Data {
  const bytes = levels.map((level) => new TextEncoder().encode(level));
  const valueOffsets = new Int32Array(codes.length + 1);
  for (let i = 0; i < codes.length; i++) valueOffsets[i + 1] = valueOffsets[i] + bytes[codes[i]].length;
  const data = new Uint8Array(valueOffsets[codes.length]);
  for (let i = 0, at = 0; i < codes.length; i++) {
    const text = bytes[codes[i]];
    for (let k = 0; k < text.length; k++) data[at++] = text[k];
  }
  return makeData({ type: new Utf8(), length: codes.length, nullCount: 0, valueOffsets, data });
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
