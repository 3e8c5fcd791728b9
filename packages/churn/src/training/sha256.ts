/** The SHA-256 (FIPS 180-4) of some parts, one behind the other, in hexadecimal. */
export function sha256Of(parts: readonly Uint8Array[]): string {
  const hash = globalThis.process?.getBuiltinModule?.('crypto').createHash('sha256');
  // A browser has a hash only for pages of a secure origin, and wants all in one piece, which is as large again.
  if (hash === undefined) return sha256ByHand(parts);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

const blockBytes = 64;

function sha256ByHand(parts: readonly Uint8Array[]): string {
  const state = Int32Array.from({ length: 8 }, (_, i) => fractionOf(Math.sqrt(primes[i])));
  const block = new Uint8Array(blockBytes);
  let [filled, bytes] = [0, 0];
  const add = (part: Uint8Array) => {
    for (let at = 0; at < part.length;) {
      const some = part.subarray(at, at + blockBytes - filled);
      block.set(some, filled);
      at += some.length;
      filled += some.length;
      if (filled < blockBytes) continue;
      compress(state, block);
      filled = 0;
    }
  };
  for (const part of parts) {
    add(part);
    bytes += part.length;
  }
  add(endOf(bytes));
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** A bit of 1, zeros to the end of a block, and there the number of bits. */
function endOf(bytes: number): Uint8Array {
  const end = new Uint8Array(blockBytes - ((bytes + 8) % blockBytes) + 8);
  end[0] = 0x80;
  new DataView(end.buffer).setBigUint64(end.length - 8, 8n * BigInt(bytes));
  return end;
}

const rounds = 64;
const primes: number[] = [];
for (let n = 2; primes.length < rounds; n++) if (primes.every((prime) => n % prime > 0)) primes.push(n);

const fractionOf = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;

const constants = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));
const words = new Int32Array(rounds);

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function compress(state: Int32Array, block: Uint8Array): void {
  const view = new DataView(block.buffer);
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(4 * i);
  for (let i = 16; i < rounds; i++) {
    const early = words[i - 15];
    const late = words[i - 2];
    const lower = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const upper = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16] + lower + words[i - 7] + upper;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < rounds; i++) {
    const upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = (h + upper + ((e & f) ^ (~e & g)) + constants[i] + words[i]) | 0;
    const lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const other = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + other) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
}
