const [least, most] = [-324, 292];
const lower63 = (1n << 63n) - 1n;

/**
 * For each k from -324 to 292, 10^-k times the power of two that gives it 126 bits, rounded down, plus 1: its upper and its lower
 * 63 bits. Table g of Giulietti, "The Schubfach way to render doubles" (2021), section 9.
 */
export function powersOfTen(): BigUint64Array {
  const table = new BigUint64Array(2 * (most - least + 1));
  for (let k = least; k <= most; k++) {
    const power = scaled(-k) + 1n;
    table.set([power >> 63n, power & lower63], 2 * (k - least));
  }
  return table;
}

/** floor(10^e 2^-r), where r = floor(log2(10^e)) - 125. */
function scaled(e: number): bigint {
  if (e >= 0) {
    const power = 10n ** BigInt(e);
    const shift = bitsOf(power) - 126n;
    return shift > 0n ? power >> shift : power << -shift;
  }
  const power = 10n ** BigInt(-e);
  // Of 10^e the logarithm is no whole number, so that it lies between two powers of two.
  return (1n << (bitsOf(power) + 125n)) / power;
}

const bitsOf = (value: bigint) => BigInt(value.toString(2).length);
