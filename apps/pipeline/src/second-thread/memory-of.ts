/** The memory of the numbers in plain data. */
export function memoryOf(data: unknown): ArrayBuffer[] {
  return [...new Set(buffersIn(data))];
}

function* buffersIn(data: unknown): Generator<ArrayBuffer> {
  if (ArrayBuffer.isView(data)) {
    if (data.buffer instanceof ArrayBuffer) yield data.buffer;
  } else if (typeof data === 'object' && data !== null && !Array.isArray(data))
    for (const part of Object.values(data)) yield* buffersIn(part);
}
