import { Transform, type TransformCallback } from 'node:stream';

/** How Arrow says that nothing more comes; a writer may leave it out. */
const endMark = Buffer.from('ffffffff00000000', 'hex');

/** Each message is made up to a multiple of so many bytes. */
const messageBytes = 8;

/** With what each message begins, before its length. */
const beginning = 0xff;

/** Passes an Arrow IPC stream on, and remembers how it ended: a reader takes one that breaks off between messages for whole. */
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
    return this.#isOver && !this.#last.equals(endMark);
  }

  /** Whether it ended within the first bytes of a message. */
  get isCut(): boolean {
    const over = this.#bytes % messageBytes;
    return this.lacksMark && over > 0 && this.#last.at(-over) === beginning;
  }
}
