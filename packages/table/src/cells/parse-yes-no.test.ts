import { parseYesNo } from './parse-yes-no.js';

describe('parseYesNo', () => {
  it.each(['Yes', 'TRUE', ' t ', 'Y', '1', '1.0', 'True.', 1, 1n, true, 'ja', 'Oui', 'SÍ', 'sim', 'WAHR'])(
    'reads %p as yes',
    (cell) => {
      expect(parseYesNo(cell)).toBe(1);
    },
  );

  it.each([
    'no',
    'False',
    'F',
    'n',
    '0',
    '0.00',
    0,
    -0,
    0n,
    false,
    'Nein',
    'non',
    'N\u0061\u0303o',
    'FALSCH',
  ])('reads %p as no', (cell) => {
    expect(parseYesNo(cell)).toBe(0);
  });

  it.each(['', ' ', 'NA', null, undefined, NaN])('reads %p as blank', (cell) => {
    expect(parseYesNo(cell)).toBe(-1);
  });

  it.each(['maybe', 2, '2.0', 0.5, '10', 'yes.0x', 'constructor', '__proto__'])(
    'finds neither in %p',
    (cell) => {
      expect(parseYesNo(cell)).toBeUndefined();
    },
  );
});
