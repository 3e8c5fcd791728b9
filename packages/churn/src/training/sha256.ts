/** The SHA-256 of some parts, one behind the other, in hexadecimal. */
export async function sha256Of(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  // Node takes one part after the other; a browser wants all in one piece, which is as large again.
  const hash = globalThis.process?.getBuiltinModule?.('crypto').createHash('sha256');
  if (hash === undefined) return digestOf(await new Blob([...parts]).arrayBuffer());
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
