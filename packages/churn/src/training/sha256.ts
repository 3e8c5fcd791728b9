import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** The SHA-256 of some parts, one behind the other, in hexadecimal. */
export function sha256Of(parts: readonly Uint8Array[]): string {
  const { update, digest } = startHash();
  for (const part of parts) update(part);
  return digest();
}

/** Node's own is several times as fast; a browser has one only for pages of a secure origin, and wants all in one piece. */
function startHash() {
  const own = globalThis.process?.getBuiltinModule?.('crypto').createHash('sha256');
  if (own) return { update: (part: Uint8Array) => void own.update(part), digest: () => own.digest('hex') };
  const hash = sha256.create();
  return {
    update: (part: Uint8Array) => void hash.update(part),
    digest: () => bytesToHex(hash.digest()),
  };
}
