/** The ids of customers who follow one another: C0000001 and on. */
export interface CustomerIds {
  /** The number of the first, counted from 1. */
  first: number;
  rows: number;
}

export const customerIds = (rows: number, first = 1): CustomerIds => ({ first, rows });

const fewestDigits = 7;

const lastThree = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

/** Names customers in turn. Joining two cached parts costs a fifth of padding every number. */
export function idsInTurn(first: number): () => string {
  let next = first;
  let thousands = '';
  return () => {
    const end = next % 1000;
    if (end === 0 || thousands === '')
      thousands = `C${String((next - end) / 1000).padStart(fewestDigits - 3, '0')}`;
    next++;
    return thousands + lastThree[end];
  };
}

export function textsOfIds({ first, rows }: CustomerIds): string[] {
  const nextId = idsInTurn(first);
  const texts = new Array<string>(rows);
  for (let row = 0; row < rows; row++) texts[row] = nextId();
  return texts;
}

/** Texts in UTF-8, one after the other, and where among the bytes each of them ends. */
export interface PackedTexts {
  bytes: Uint8Array;
  ends: Int32Array;
}

/** The ids without a string of any. */
export function packedIds({ first, rows }: CustomerIds): PackedTexts {
  const ends = new Int32Array(rows);
  let end = 0;
  for (let row = 0, digits = fewestDigits, beyond = 10 ** digits; row < rows; row++) {
    while (first + row >= beyond) beyond = 10 ** ++digits;
    ends[row] = end += 1 + digits;
  }
  const bytes = new Uint8Array(end);
  for (let row = 0, before = 0, start = 0; row < rows; before = start, start = ends[row++])
    if (ends[row] - start === start - before) writeNext(bytes, before, start, ends[row]);
    else writeId(bytes, start, ends[row], first + row);
  return { bytes, ends };
}

const letter = 'C'.charCodeAt(0);
const zero = '0'.charCodeAt(0);
const nine = '9'.charCodeAt(0);

function writeId(bytes: Uint8Array, start: number, end: number, number: number): void {
  bytes[start] = letter;
  for (let at = end - 1, rest = number; at > start; at--) {
    const tens = Math.floor(rest / 10);
    bytes[at] = zero + rest - 10 * tens;
    rest = tens;
  }
}

/** The id after the one before it, which is as long: one more costs less than to divide by ten, digit after digit. */
function writeNext(bytes: Uint8Array, before: number, start: number, end: number): void {
  for (let from = before, to = start; to < end;) bytes[to++] = bytes[from++];
  let at = end - 1;
  while (bytes[at] === nine) bytes[at--] = zero;
  bytes[at]++;
}
