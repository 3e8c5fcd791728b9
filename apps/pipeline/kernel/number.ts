// A float64 in the fewest digits that are read again as the same number, written as JSON does; a whole number beyond 10^15
// ends in .0, and one below is written without.
import { printAgain, remember } from './again';
import { significand, exponent, findShortest } from './shortest';
import { digitsOf, printDigits, printWhole } from './whole';

const MINUS: u8 = 0x2d, POINT: u8 = 0x2e, ZERO: u8 = 0x30, E: u8 = 0x65;
const INFINITE: u32 = 0x666e69; // "inf"

const exactWhole: f64 = 1e15;
const roundingTwice: f64 = 4.44e-16; // of a quotient and of its product: 2^-51
// The decimal point is written among the digits down to 10^-6, and up to 10^21.
const leastPoint = -5, mostPoint = 21;

export function printNumber(value: f64, powers: usize, out: usize): usize {
  if (value < 0) {
    store<u8>(out++, MINUS);
    value = -value;
  }
  if (value == Infinity) {
    store<u32>(out, INFINITE);
    return out + 3;
  }
  if (value < exactWhole) {
    if (trunc(value) == value) return printWhole(<i64>value, out);
    const next = printFew(value, out);
    if (next != out) return next;
  }
  const again = printAgain(value, out);
  if (again != out) return again;
  findShortest(value, powers);
  const end = printDecimal(significand, exponent, out);
  remember(value, out, end);
  return end;
}

// Most numbers of a table have at most three decimals. A whole number over a power of ten, both exact, is the only number of so few
// digits that is read as their quotient. Writes nothing where the number has more.
function printFew(value: f64, out: usize): usize {
  const scaled = value * 1000;
  const parts = nearest(scaled);
  if (parts >= exactWhole || abs(parts - scaled) > scaled * roundingTwice || parts / 1000 != value) return out;
  // A quotient that is rounded up to the next whole number would be that number.
  const whole = <u64>value;
  out = printWhole(whole, out);
  store<u8>(out++, POINT);
  const thousandths = <u32>(<u64>parts - whole * 1000);
  const hundredths = thousandths / 10;
  if (hundredths * 10 != thousandths) return printDigits(thousandths, 3, out);
  const tenths = hundredths / 10;
  return tenths * 10 == hundredths ? printDigits(tenths, 1, out) : printDigits(hundredths, 2, out);
}

// digits times 10^exponent
function printDecimal(digits: u64, exponent: i32, out: usize): usize {
  const count = digitsOf(digits);
  const point = count + exponent; // so many digits come before it
  if (point < leastPoint || point > mostPoint) {
    const end = printDigits(digits, count, out + 1);
    store<u8>(out, load<u8>(out + 1));
    if (count == 1) out = end - 1;
    else {
      store<u8>(out + 1, POINT);
      out = end;
    }
    store<u8>(out++, E);
    return printWhole(point - 1, out);
  }
  if (point <= 0) {
    out = fill(out, 2 - point);
    store<u8>(out + point - 1, POINT);
    return printDigits(digits, count, out);
  }
  if (point >= count) {
    out = fill(printDigits(digits, count, out), exponent);
    store<u8>(out, POINT);
    store<u8>(out, ZERO, 1);
    return out + 2;
  }
  const end = printDigits(digits, count, out + 1);
  memory.copy(out, out + 1, point);
  store<u8>(out + point, POINT);
  return end;
}

function fill(out: usize, zeros: i32): usize {
  for (let i = 0; i < zeros; i++) store<u8>(out++, ZERO);
  return out;
}
