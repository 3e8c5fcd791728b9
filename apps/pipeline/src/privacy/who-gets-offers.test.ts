import { howManyGetOffers } from './who-gets-offers.js';

describe('howManyGetOffers', () => {
  it.each([
    [0, '0 of 1,500 customers get one'],
    [3, 'fewer than 5 of 1,500 customers get one'],
    [321, '321 of 1,500 customers get one'],
    [1496, 'all but fewer than 5 of 1,500 customers get one'],
    [1500, '1,500 of 1,500 customers get one'],
  ])('tells no number of a few, or of all but a few, where %i get one', (offered, said) => {
    expect(howManyGetOffers(offered, 1500)).toBe(said);
  });
});
