/** Text that starts so is run as a formula by spreadsheets; the last four are the full-width forms. */
export const formulaStarts = Array.from('=+-@\t\r\n＝＋－＠', (start) => start.codePointAt(0)!);

/** Text that is a number and nothing else, which is safe however it starts. */
export const plainNumber = '^[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?$';

const number = new RegExp(plainNumber);

/** The text as a spreadsheet shows it rather than runs it. */
export const withoutFormula = (text: string): string =>
  formulaStarts.includes(text.codePointAt(0)!) && !number.test(text) ? `'${text}` : text;
