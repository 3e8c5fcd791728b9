import { checkEncoding } from './check-encoding.js';

const table = (header: string, row: string, rows = 20) => `${header}\r\n${`${row}\r\n`.repeat(rows)}`;
const cities = table('id;Straße', '1;Köln');

const said = (bytes: Buffer) => {
  try {
    checkEncoding(bytes, 'x.csv');
  } catch (refused) {
    return (refused as Error).message;
  }
  return undefined;
};

describe('checkEncoding', () => {
  it.each([
    ['little ends and a mark', Buffer.from(`\uFEFF${cities}`, 'utf16le')],
    ['big ends and a mark', Buffer.from(`\uFEFF${cities}`, 'utf16le').swap16()],
    ['no mark', Buffer.from(cities, 'utf16le')],
    ['big ends and no mark', Buffer.from(cities, 'utf16le').swap16()],
  ])('names UTF-16 of %s, and what to do', (_, bytes) => {
    expect(said(bytes)).toBe(
      'x.csv is not UTF-8 text but looks like UTF-16, as Excel\'s "Unicode Text" is: save it as UTF-8, in Excel as "CSV UTF-8"',
    );
  });

  it.each([
    ['its header', cities, 'line 1 has Straße'],
    ['its rows', table('id;Ort', '1;Köln'), 'line 2 has Köln'],
    ['signs that Latin-1 has not', table('id;Preis (€)', '1;2'), 'line 1 has (€)'],
  ])('names Windows-1252 by %s', (_, text, place) => {
    const bytes = Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
    expect(said(bytes)).toContain(
      `x.csv is not UTF-8 text but looks like Windows-1252 (Latin-1), by which ${place}: `,
    );
  });

  it.each([
    ['UTF-8', Buffer.from(cities)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${cities}`)],
    ['UTF-8 that is cut inside a letter', Buffer.from(`${cities}Kö`).subarray(0, -1)],
    [
      'UTF-8 some lines of which are damaged',
      Buffer.concat([Buffer.from(cities), Buffer.from([0xf6, 0x0a])]),
    ],
    ['some lines that are not UTF-8', Buffer.from(table('id;Ort', '1;Köln', 3), 'latin1')],
    ['nothing', Buffer.of()],
  ])('leaves %s to be read', (_, bytes) => {
    expect(said(bytes)).toBeUndefined();
  });
});
