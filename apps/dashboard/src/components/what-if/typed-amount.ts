/**
 * An amount of money as people type it, `50.000`, `50,000.25` or `€ 50 000`: money is not told to three decimals, so three digits
 * after a point or a comma are thousands. Not a number where it cannot be read.
 */
export function typedAmount(text: string): number {
  const plain = text.replace(/[\s'’\p{Sc}]/gu, '');
  const [thousands = '', mark = ''] = /^-?[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*(?!\d)/.exec(plain) ?? [];
  const digits = thousands.replaceAll(mark, '') + plain.slice(thousands.length).replace(',', '.');
  return digits === '' ? NaN : Number(digits);
}
