import { type FileHandle, open } from 'node:fs/promises';

/** Writes a file of its parts, one after another, while the caller goes on. */
export async function writeParts(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    await appendParts(file, parts);
  } finally {
    await file.close();
  }
}

/** In as few calls as the system takes: between two of them it waits for the caller, who may be busy. */
export async function appendParts(
  file: Pick<FileHandle, 'writev'>,
  parts: readonly Uint8Array[],
): Promise<void> {
  let left = parts.filter(({ byteLength }) => byteLength > 0);
  while (left.length > 0) {
    const { bytesWritten } = await file.writev(left);
    left = beyond(left, bytesWritten);
  }
}

/** What is left of the parts past so many bytes. */
function beyond(parts: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let done = 0;
  while (done < parts.length && bytes >= parts[done].byteLength) bytes -= parts[done++].byteLength;
  const [first, ...others] = parts.slice(done);
  if (first === undefined) return [];
  return [new Uint8Array(first.buffer, first.byteOffset + bytes, first.byteLength - bytes), ...others];
}
