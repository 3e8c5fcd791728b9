/** At most this many different texts are remembered; a column with more is not a category, and its texts are created each time. */
const most = 4096;
const slots = 4 * most;

/** Longer texts are no categories either. */
const longest = 256;

/**
 * Makes text of UTF-8 bytes, the same string object for the same bytes: columns of few different values are read several
 * times as quick as by decoding each cell, and hold each value once. Bytes are looked at four at a time.
 */
export class TextPool {
  private readonly decoder = new TextDecoder();
  private readonly slot = new Int16Array(slots).fill(-1);
  private readonly texts: string[] = [];
  /** The bytes of the texts, one after the other, and where each of them begins. */
  private known = new DataView(new ArrayBuffer(1024));
  private readonly starts = new Int32Array(most + 1);
  /** The bytes last read from, and the same by words. */
  private source: Uint8Array = new Uint8Array();
  private words: DataView = new DataView(this.source.buffer);

  take(source: Uint8Array, from: number, to: number): string {
    if (source !== this.source) this.readFrom(source);
    if (to - from > longest) return this.decoder.decode(source.subarray(from, to));
    const { words, slot } = this;
    for (let at = hashOf(words, from, to) & (slots - 1); ; at = (at + 1) & (slots - 1)) {
      const text = slot[at];
      if (text < 0) return this.remember(source.subarray(from, to), at);
      const start = this.starts[text];
      if (this.starts[text + 1] - start === to - from && isSame(this.known, start, words, from, to))
        return this.texts[text];
    }
  }

  private readFrom(source: Uint8Array): void {
    this.source = source;
    this.words = new DataView(source.buffer, source.byteOffset, source.byteLength);
  }

  private remember(bytes: Uint8Array, at: number): string {
    const text = this.decoder.decode(bytes);
    const number = this.texts.length;
    if (number === most) return text;
    const start = this.starts[number];
    const end = start + bytes.length;
    if (end > this.known.byteLength) this.grow(end);
    new Uint8Array(this.known.buffer).set(bytes, start);
    this.starts[number + 1] = end;
    this.slot[at] = number;
    this.texts.push(text);
    return text;
  }

  private grow(bytes: number): void {
    const grown = new Uint8Array(2 * bytes);
    grown.set(new Uint8Array(this.known.buffer));
    this.known = new DataView(grown.buffer);
  }
}

/** By words, the last of which may overlap the one before; a shorter text byte by byte. */
function hashOf(words: DataView, from: number, to: number): number {
  let hash = to - from;
  if (to - from < 4) for (let i = from; i < to; i++) hash = mixed(hash, words.getUint8(i));
  else {
    for (let i = from; i < to - 4; i += 4) hash = mixed(hash, words.getInt32(i));
    hash = mixed(hash, words.getInt32(to - 4));
  }
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 16);
}

function isSame(known: DataView, start: number, words: DataView, from: number, to: number): boolean {
  const shift = start - from;
  if (to - from < 4) {
    for (let i = from; i < to; i++) if (known.getUint8(i + shift) !== words.getUint8(i)) return false;
    return true;
  }
  for (let i = from; i < to - 4; i += 4) if (known.getInt32(i + shift) !== words.getInt32(i)) return false;
  return known.getInt32(to - 4 + shift) === words.getInt32(to - 4);
}
