import { isAscii } from 'node:buffer';

/** So many texts are decoded together where they are read in turn. */
const atOnce = 4096;

/**
 * Text of many different values, such as ids, as UTF-8. A million strings are gone through each time that garbage is
 * collected, and copied one by one to another thread.
 */
export class PackedText {
  readonly #text: Buffer;
  readonly #encoding: 'latin1' | 'utf8';

  /**
   * @param bytes the texts, one after the other.
   * @param ends where among the bytes each text ends.
   */
  constructor(
    readonly bytes: Uint8Array,
    readonly ends: Int32Array,
  ) {
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  }

  get length(): number {
    return this.ends.length;
  }

  /** Where among the bytes a text begins. */
  startOf(row: number): number {
    return row === 0 ? 0 : this.ends[row - 1];
  }

  at(row: number): string {
    return this.#text.toString(this.#encoding, this.startOf(row), this.ends[row]);
  }

  *[Symbol.iterator](): Generator<string> {
    if (this.#encoding === 'latin1') return yield* this.#inTurn();
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }

  /** Where each byte is a character, many texts are made of one. */
  *#inTurn(): Generator<string> {
    for (let first = 0; first < this.length; first += atOnce) {
      const end = Math.min(first + atOnce, this.length);
      const from = this.startOf(first);
      const all = this.#text.toString('latin1', from, this.ends[end - 1]);
      for (let row = first; row < end; row++)
        yield all.slice(this.startOf(row) - from, this.ends[row] - from);
    }
  }

  /** The texts at some rows. */
  take(rows: ArrayLike<number>): PackedText {
    const ends = new Int32Array(rows.length);
    let end = 0;
    for (let i = 0; i < rows.length; i++) ends[i] = end += this.ends[rows[i]] - this.startOf(rows[i]);
    const bytes = new Uint8Array(end);
    for (let i = 0, at = 0; i < rows.length; at = ends[i++])
      bytes.set(this.bytes.subarray(this.startOf(rows[i]), this.ends[rows[i]]), at);
    return new PackedText(bytes, ends);
  }
}
