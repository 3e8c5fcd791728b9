import { isBlank } from './is-blank.js';

describe('isBlank', () => {
  it.each([
    null,
    undefined,
    NaN,
    '',
    ' ',
    '\t\r\n      ',
    '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0',
    'NA',
    'n/a',
    ' #N/A ',
    'NaN',
    'NULL',
    '   null   ',
  ])('holds of %j', (cell) => expect(isBlank(cell)).toBe(true));

  it.each([0, false, '0', 'none', 'None', '-', '?', 'no', 'nan0', 'NA1', 'nanna', Infinity, new Date(NaN)])(
    'does not hold of %j',
    (cell) => expect(isBlank(cell)).toBe(false),
  );
});
