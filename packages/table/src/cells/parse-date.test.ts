import fc from 'fast-check';
import { parseDate } from './parse-date.js';

describe('parseDate', () => {
  it('reads back every moment that JavaScript writes in ISO form', () => {
    const years = { min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(years), (date) => {
        expect(parseDate(date.toISOString())).toBe(date.getTime());
        expect(parseDate(date)).toBe(date.getTime());
      }),
      { numRuns: 2000 },
    );
  });

  it('knows every day of the calendar, and no other', () => {
    const number = (min: number, max: number) => fc.integer({ min, max });
    const padded = (value: number, length: number) => String(value).padStart(length, '0');
    fc.assert(
      fc.property(number(0, 9999), number(0, 13), number(0, 32), (year, month, day) => {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
        const moment = Date.parse(`${text}T00:00Z`);
        const exists = !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
        expect(parseDate(text)).toBe(exists ? moment : NaN);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['2024-03-31', Date.UTC(2024, 2, 31)],
    [' 2024-02-29 ', Date.UTC(2024, 1, 29)],
    ['2024-03-31 12:30', Date.UTC(2024, 2, 31, 12, 30)],
    ['2024-03-31T12:30:15', Date.UTC(2024, 2, 31, 12, 30, 15)],
    ['2024-03-31T12:30:15.1234567Z', Date.UTC(2024, 2, 31, 12, 30, 15, 123)],
    ['2024-03-31T12:30-0530', Date.UTC(2024, 2, 31, 18)],
    ['2024-03-31T12:30:00+02:00', Date.UTC(2024, 2, 31, 10, 30)],
    ['2024-03-31 12:30:00.123456+00', Date.UTC(2024, 2, 31, 12, 30, 0, 123)],
    ['2024-03-31 12:30:00-05', Date.UTC(2024, 2, 31, 17, 30)],
  ])('reads %p as the same moment in every time zone', (text, moment) => {
    expect(parseDate(text)).toBe(moment);
  });

  it.each([
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '31.03.2024',
    '03/31/2024',
    '2024',
    '',
    20240331,
    null,
    '2024-03-31T25:00',
    '2024-03-31T12:60',
    '2024-03-31T12:30:60',
    '2024-03-31T',
    '2024-03-31x',
    '2024-3-31',
    '20x4-03-31',
    '2024-03-3',
  ])('finds no date in %p', (cell) => expect(parseDate(cell)).toBeNaN());
});
