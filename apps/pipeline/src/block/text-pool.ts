/** So many different texts are remembered; a column of more is no category, and its texts are made anew. */
const most = 4096;
const slots = 4 * most;

/**
 * Makes text of UTF-8 bytes, the same string object for the same bytes: columns of few different values are read several
 * times as quick as by decoding each cell, and hold each value once.
 */
export class TextPool {
  private readonly decoder = new TextDecoder();
  private readonly slot = new Int16Array(slots).fill(-1);
  private readonly texts: string[] = [];
  private readonly bytes: Uint8Array[] = [];

  take(source: Uint8Array, from: number, to: number): string {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ source[i], 0x01000193);
    hash ^= hash >>> 15;
    for (let at = hash & (slots - 1); ; at = (at + 1) & (slots - 1)) {
      const known = this.slot[at];
      if (known < 0) return this.remember(source.subarray(from, to), at);
      if (isSame(this.bytes[known], source, from, to)) return this.texts[known];
    }
  }

  private remember(bytes: Uint8Array, at: number): string {
    const text = this.decoder.decode(bytes);
    if (this.texts.length === most) return text;
    this.slot[at] = this.texts.length;
    this.texts.push(text);
    this.bytes.push(bytes.slice());
    return text;
  }
}

function isSame(known: Uint8Array, source: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== source[from + i]) return false;
  return true;
}
