import { defineSchema, encodeFeatures } from '@clv/table';
import { encodedColumns } from '../columns/encoded-columns.js';
import { describeValue } from './describe-value.js';

/** What is said of each row's value in a column of these cells. */
function said(column: string, cells: unknown[]): string[] {
  const { encoding, matrix } = encodeFeatures({ [column]: cells }, defineSchema({ features: [column] }));
  const [encoded] = encodedColumns(encoding);
  return cells.map((_, row) => describeValue(encoded, matrix, row));
}

describe('describeValue', () => {
  it.each([
    [
      'SeniorCitizen',
      ['yes', 'no', null],
      ['senior citizen', 'no senior citizen', 'senior citizen not known'],
    ],
    [
      'Contract',
      ['Two year', 'Monthly', null],
      ['two year contract', 'monthly contract', 'contract not known'],
    ],
    [
      'streaming_tv',
      ['No internet service', 'Maybe'],
      ['streaming tv: no internet service', 'maybe streaming tv'],
    ],
    [
      'monthly_charges',
      [1234.5678, 19.87654, null],
      ['monthly charges 1234.57', 'monthly charges 19.88', 'monthly charges not known'],
    ],
    [
      'last_call',
      ['2024-07-01', '2024-01-01', null],
      ['0 months since last call', '5.979 months since last call', 'last call not known'],
    ],
  ])('says a value of %s as one would', (column, cells, sentences) => {
    expect(said(column, cells)).toEqual(sentences);
  });

  it('says each of very many levels by its name', () => {
    const towns = Array.from(
      { length: 400 },
      (_, i) => `Town of ${String.fromCharCode(65 + (i % 26))}${Math.floor(i / 26)}`,
    );
    expect(said('town', towns)).toEqual(towns.map((town) => `${town.toLowerCase()} town`));
  });
});
