const highWord = new Uint8Array(new Float64Array([1]).buffer)[7] === 0x3f ? 1 : 0;

/** A reader of the upper 32 bits of each number: of positive doubles they rise with the number. */
export function highWords(numbers: Float64Array): (at: number) => number {
  const words = new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length);
  return (at) => words[2 * at + highWord];
}
