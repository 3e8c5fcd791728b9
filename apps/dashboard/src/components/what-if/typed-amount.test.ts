import { typedAmount } from './typed-amount.js';

describe('typedAmount', () => {
  it.each([
    ['50000', 50_000],
    ['50.000', 50_000],
    ['50,000', 50_000],
    ['1.234.567,8', 1_234_567.8],
    ['1,234,567.80', 1_234_567.8],
    ['50 000', 50_000],
    ["50'000", 50_000],
    ['€ 50 000,5', 50_000.5],
    ['$1,500', 1500],
    ['49.99', 49.99],
    ['49,9', 49.9],
    ['1234.567', 1234.567],
    ['0.500', 0.5],
    ['-5', -5],
  ])('reads %s', (text, amount) => {
    expect(typedAmount(text)).toBe(amount);
  });

  it.each(['', 'fifty', '50k', '1,00,000', '1.2.3'])('takes %j for no amount', (text) => {
    expect(typedAmount(text)).toBeNaN();
  });
});
