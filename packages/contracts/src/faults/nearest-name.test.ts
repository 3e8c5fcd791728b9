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

  it.each([
    ['e', ['a', 'b']],
    ['id', ['d', 'mi']],
    ['age', ['a', 'ab', 'fee']],
    ['x', ['ab']],
  ])('takes no short name that shares less than half of its letters for a misspelt %s', (name, others) => {
    expect(nearestName(name, others)).toBeUndefined();
  });

  it.each([
    ['A', 'a'],
    ['age', 'age_band'],
    ['pirce', 'price'],
    ['sede', 'seed'],
    ['idd', 'id'],
  ])('knows a short %s for a misspelt %s', (name, meant) => {
    expect(nearestName(name, ['zz', meant])).toBe(meant);
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

  it.each([5, null, undefined, NaN, true])('says that %p is unknown, which is no name', (name) => {
    expect(unknownName('column', name as never, columns)).toBe(`unknown column: ${name}`);
  });
});
