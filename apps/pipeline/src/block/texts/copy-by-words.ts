const wordBytes = 4;

/** Bytes, and the same with a word behind the last of them, so that they can be copied by words. */
export interface BytesAndWords {
  bytes: Uint8Array;
  words: DataView;
}

/** Room for so many bytes. */
export function roomFor(length: number): BytesAndWords {
  const memory = new ArrayBuffer(length + wordBytes);
  return { bytes: new Uint8Array(memory, 0, length), words: new DataView(memory) };
}

/**
 * Copies a short text, a word at a time: a call to `set` takes as long as to copy many texts. Up to a word past its end is
 * written over.
 */
export function copyByWords(from: DataView, at: number, length: number, to: DataView, place: number): void {
  for (let i = 0; i < length; i += wordBytes) to.setInt32(place + i, from.getInt32(at + i));
}
