import { decompress as decompressZstdFrame } from 'fzstd';
import lz4 from 'lz4js';

/**
 * The bytes of an LZ4 frame, as pandas compresses Feather files by default.
 *
 * @param length how many there must be, where that is known.
 * @throws Error where the frame is damaged, or holds another number of bytes.
 */
export function decompressLz4(frame: Uint8Array, length?: number): Uint8Array {
  // No byte of LZ4 stands for more than 255: room for a damaged length is not even made.
  if (length !== undefined && length > 255 * frame.length)
    throw new RangeError(`${frame.length} bytes cannot hold ${length}`);
  assertBlocksLieWithin(frame);
  return ofLength(lz4.decompress(frame, length), length);
}

/**
 * lz4js copies on where a damaged block claims to be longer than its frame.
 *
 * @see https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
 */
function assertBlocksLieWithin(frame: Uint8Array): void {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const flags = view.getUint8(4);
  const [contentSize, dictionary, checksum] = [flags & 8 ? 8 : 0, flags & 1 ? 4 : 0, flags & 16 ? 4 : 0];
  let at = 4 + 2 + contentSize + dictionary + 1;
  for (let size; (size = view.getUint32(at, true) & 0x7fffffff) > 0; at += 4 + size + checksum);
}

/** The bytes of a Zstandard frame; `length` as in `decompressLz4`. */
export const decompressZstd = (frame: Uint8Array, length?: number): Uint8Array =>
  ofLength(decompressZstdFrame(frame), length);

/** The bytes where numbers of eight bytes may begin, as long as they must be. */
function ofLength(bytes: Uint8Array, length = bytes.length): Uint8Array {
  if (bytes.length !== length)
    throw new Error(`a compressed buffer holds ${bytes.length} bytes where it says ${length}`);
  return bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
}
