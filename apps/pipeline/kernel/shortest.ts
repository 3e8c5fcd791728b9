// The shortest decimal within the interval of reals that are rounded to a float64, of several the one closest to it.
// Raffaele Giulietti, "The Schubfach way to render doubles" (2021).

// What was found: significand x 10^exponent, without zeros at its end.
export let significand: u64 = 0;
export let exponent: i32 = 0;

const leastSignificand: u64 = 1 << 52;
const leastExponent = -1074;
const mask63: u64 = 0x7fffffffffffffff;
export const leastPower = -324;

// `powers` holds, from -324 on, floor(10^-k 2^-r) + 1 of 126 bits for each k, the upper 63 and the lower 63 of them.
export function findShortest(value: f64, powers: usize): void {
  const bits = reinterpret<u64>(value);
  const fraction = bits & (leastSignificand - 1);
  const scale = <i32>(bits >> 52);
  const isSubnormal = scale == 0;
  const c = isSubnormal ? fraction : fraction | leastSignificand;
  const q = isSubnormal ? leastExponent : scale - 1 + leastExponent;
  const isIrregular = c == leastSignificand && q != leastExponent;
  const k = isIrregular ? floorLog10ThreeQuarters(q) : floorLog10(q);
  const h = q + floorLog2(-k) + 2;
  const power = powers + ((<usize>(k - leastPower)) << 4);
  const upper = load<u64>(power), lower = load<u64>(power, 8);
  const middle = c << 2;
  const odd = c & 1;
  const at = roundToOdd(upper, lower, middle << h);
  const least = roundToOdd(upper, lower, (middle - (isIrregular ? 1 : 2)) << h) + odd;
  const most = roundToOdd(upper, lower, (middle + 2) << h) - odd;

  const floor = at >> 2;
  if (floor >= 10) {
    const tens = floor / 10;
    const isBelow = least <= 40 * tens;
    const isAbove = 40 * tens + 40 <= most;
    if (isBelow != isAbove) return keep(isBelow ? tens : tens + 1, k + 1);
  }
  const isBelow = least <= floor << 2;
  const isAbove = (floor + 1) << 2 <= most;
  if (isBelow != isAbove) return keep(isBelow ? floor : floor + 1, k);
  const half = (floor << 2) + 2;
  keep(at < half || (at == half && (floor & 1) == 0) ? floor : floor + 1, k);
}

function keep(digits: u64, power: i32): void {
  for (let tens = digits / 10; tens * 10 == digits && digits > 0; tens = digits / 10) {
    digits = tens;
    power++;
  }
  significand = digits;
  exponent = power;
}

// The upper half of a product, its last bit set where there is more below it.
function roundToOdd(upper: u64, lower: u64, factor: u64): u64 {
  const low = ((upper * factor) >> 1) + mulHigh(lower, factor);
  const high = mulHigh(upper, factor) + (low >> 63);
  return high | (((low & mask63) + mask63) >> 63);
}

function mulHigh(a: u64, b: u64): u64 {
  const aLow = a & 0xffffffff, aHigh = a >> 32;
  const bLow = b & 0xffffffff, bHigh = b >> 32;
  const middle = aHigh * bLow + ((aLow * bLow) >> 32);
  const other = aLow * bHigh + (middle & 0xffffffff);
  return aHigh * bHigh + (middle >> 32) + (other >> 32);
}

// floor(log10(2^e)), floor(log10(3/4 2^e)) and floor(log2(10^e)), right for all exponents of a float64.
function floorLog10(e: i32): i32 {
  return <i32>((<i64>e * 661_971_961_083) >> 41);
}

function floorLog10ThreeQuarters(e: i32): i32 {
  return <i32>((<i64>e * 661_971_961_083 - 274_743_187_321) >> 41);
}

function floorLog2(e: i32): i32 {
  return <i32>((<i64>e * 913_124_641_741) >> 38);
}
