/** This many digits fit a double exactly, so that dividing them by a power of ten rounds only once. */
const longest = 15;
const powersOfTen = Array.from({ length: longest + 1 }, (_, power) => 10 ** power);

/**
 * The number that plain digits write, such as `-29.85`, several times as quick as `Number(text)` and equal to it (Clinger
 * 1990, the fast path); NaN where there is anything else, which may yet be a number.
 */
export function parseDigits(text: string, decimalCode: number): number {
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  if (text.length - start > longest) return NaN;
  let digits = 0;
  let point = -1;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits = digits * 10 + (code - 48);
    else if (code === decimalCode && point < 0) point = i;
    else return NaN;
  }
  if (text.length - start <= (point < 0 ? 0 : 1)) return NaN;
  const number = point < 0 ? digits : digits / powersOfTen[text.length - 1 - point];
  return start === 1 ? -number : number;
}
