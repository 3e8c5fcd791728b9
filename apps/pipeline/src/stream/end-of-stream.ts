import { Transform, type TransformCallback } from 'node:stream';

import { messageBytes, streamEnd } from '../input/arrow/stream-end.js';

/** Passes an Arrow IPC stream on, and remembers how it ended. */
export class EndOfStream extends Transform {
  #bytes = 0;
  #last: Buffer = Buffer.alloc(0);
  #isOver = false;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.#bytes += chunk.length;
    this.#last = Buffer.concat([this.#last, chunk.subarray(-messageBytes)]).subarray(-messageBytes);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.#isOver = true;
    done();
  }

  /** Whether it ended without the mark, as it does where what wrote it broke off between batches. */
  get lacksMark(): boolean {
    return this.#isOver && this.#end !== 'marked';
  }

  /** Whether it ended within the first bytes of a message. */
  get isCut(): boolean {
    return this.#isOver && this.#end === 'cut';
  }

  get #end() {
    return streamEnd(this.#bytes, this.#last);
  }
}
