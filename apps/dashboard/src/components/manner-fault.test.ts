import { mannerFault } from './manner-fault.js';

describe('mannerFault', () => {
  it('finds nothing amiss with tags and codes that numbers can be written by', () => {
    for (const locale of ['en-US', 'de', 'ar-EG', 'zh-Hant-TW'])
      expect(mannerFault(locale, 'KWD')).toBeUndefined();
  });

  it('names what no number can be written by', () => {
    expect(mannerFault('en_US', 'USD')).toBe('locale is not a language tag such as de-DE: en_US');
    expect(mannerFault('en-US', 'EURO')).toBe('currency is not a code of three letters such as EUR: EURO');
  });
});
