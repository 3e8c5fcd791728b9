import { defineSchema } from '../schema/define-schema.js';
import { encodeFeatures } from './encode-features.js';
import { infiniteFaults } from './infinite-faults.js';

const faultsOf = (cells: unknown[], decimal?: ',') => {
  const table = { spend: cells, other: cells.map((_, i) => i) };
  return infiniteFaults(table, encodeFeatures(table, defineSchema({}, decimal && { decimal })));
};

describe('infiniteFaults', () => {
  it.each([
    ['a number', [1, 2, Infinity, -Infinity], 'features must be finite or blank: Infinity'],
    ['text', ['1', '2', '-Infinity', '3'], 'features must be finite or blank: "-Infinity"'],
    ['text beyond a double', ['1', '2', '1e999', '3'], 'features must be finite or blank: "1e999"'],
    [
      'a number beyond float32',
      [1, 2, 1e39, 3],
      '1e+39 is beyond 3.4028234663852886e+38, the most that a feature can be',
    ],
    [
      'text beyond float32',
      ['1', '2', '-1e39', '3'],
      '"-1e39" is beyond 3.4028234663852886e+38, the most that a feature can be',
    ],
    [
      'a whole number beyond float32',
      [1n, 2n, 10n ** 40n, 3n],
      `${10n ** 40n} is beyond 3.4028234663852886e+38, the most that a feature can be`,
    ],
  ])('tells of the first cell that is infinite as %s', (_, cells, message) => {
    expect(faultsOf(cells)).toEqual([
      expect.objectContaining({
        message: `row 3, spend: ${message}`,
        column: 'spend',
        row: 3,
        value: cells[2],
      }),
    ]);
  });

  it('reads text by the decimal mark of the table', () => {
    expect(faultsOf(['1,5', '2,5', '3,5e999'], ',')).toMatchObject([{ row: 3, rule: 'not-finite' }]);
  });

  it('lets pass what is blank, or text in a column of numbers', () => {
    const cells = Array.from({ length: 40 }, (_, i) => (i === 3 ? 'abc' : i === 5 ? '' : String(i)));
    expect(faultsOf(cells)).toEqual([]);
  });
});
