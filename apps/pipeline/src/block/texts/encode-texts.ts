/** Texts in UTF-8, one after the other. */
export interface EncodedTexts {
  bytes: Uint8Array;
  /** Where among the bytes each text ends. */
  ends: Int32Array;
}

/** Texts are encoded so many at a time. */
const atOnce = 8192;

export function encodeTexts(texts: ArrayLike<string>): EncodedTexts {
  const ends = new Int32Array(texts.length);
  const parts: Uint8Array[] = [];
  let end = 0;
  for (let from = 0; from < texts.length; from += atOnce) {
    const some: string[] = [];
    for (let row = from; row < Math.min(from + atOnce, texts.length); row++) some.push(texts[row]);
    const text = some.join('');
    const bytes = Buffer.from(text);
    const lengthOf = bytes.length === text.length ? charactersOf : Buffer.byteLength;
    for (let i = 0; i < some.length; i++) ends[from + i] = end += lengthOf(some[i]);
    parts.push(bytes);
  }
  return { bytes: joinBytes(parts), ends };
}

const charactersOf = (text: string) => text.length;

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
