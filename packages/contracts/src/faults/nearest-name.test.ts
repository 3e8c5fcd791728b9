import { nearestName, unknownName } from './nearest-name.js';

const columns = ['tenure_months', 'Contract', 'MonthlyCharges'];

describe('nearestName', () => {
  it('finds a name with two letters swapped, whatever its case', () => {
    expect(nearestName('contarct', columns)).toBe('Contract');
  });

  it('finds a name that was cut short', () => {
    expect(nearestName('tenur', columns)).toBe('tenure_months');
  });

  it('guesses nothing where nothing is near', () => {
    expect(nearestName('favourite_colour', columns)).toBeUndefined();
    expect(nearestName('x', [])).toBeUndefined();
  });
});

describe('unknownName', () => {
  it('names the thing and the nearest there is', () => {
    expect(unknownName('column', 'tenur', columns)).toBe(
      'unknown column: tenur (did you mean tenure_months?)',
    );
  });

  it('makes no suggestion where it would only mislead', () => {
    expect(unknownName('column', 'favourite_colour', columns)).toBe('unknown column: favourite_colour');
  });
});
