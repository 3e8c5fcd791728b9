import { looksLikeDate } from './looks-like-date.js';

describe('looksLikeDate', () => {
  it.each([
    '01/24/2025',
    '24/01/2025',
    '24.1.25',
    '1-24-2025',
    '2025/01/24',
    '2025-1-24',
    '2025-01',
    '2025/1',
    '01/2025',
    'Jan-24',
    'jan 2024',
    "Sept. '24",
    'January 2024',
    '24-Jan-2025',
    '24 January 2025',
    'Jan 24, 2025',
    '2025-Jan',
    '01/24/2025 12:30',
    '1/24/2025 9:30:00 PM',
  ])('knows %s', (text) => expect(looksLikeDate(text)).toBe(true));

  it.each([
    '',
    'monthly',
    'May',
    'marketing 24',
    'Decline-24',
    '24/7',
    '1/2',
    '13/13/2025',
    '99/24/2025',
    '2025-13',
    '192.168.1.10',
    '10-20',
    '555-1234',
    '2025',
    '20250124',
    '12:30',
    '1/24/2025 and later',
  ])('does not take %j for one', (text) => expect(looksLikeDate(text)).toBe(false));

  it('knows every day as Americans, Britons and Germans write it, in numbers and in words', () => {
    for (const locale of ['en-US', 'en-GB', 'de-DE'])
      for (let day = 0; day < 800; day++) {
        const date = new Date(Date.UTC(2023, 0, 1 + day));
        expect(looksLikeDate(date.toLocaleDateString(locale, { timeZone: 'UTC' }))).toBe(true);
        if (locale === 'de-DE') continue;
        for (const month of ['short', 'long'] as const)
          for (const part of ['numeric', undefined] as const) {
            const words = date.toLocaleDateString(locale, {
              timeZone: 'UTC',
              year: 'numeric',
              month,
              day: part,
            });
            expect([words, looksLikeDate(words)]).toEqual([words, true]);
          }
      }
  });
});
