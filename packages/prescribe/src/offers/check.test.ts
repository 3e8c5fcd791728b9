import { InvalidInputError } from '@clv/contracts';
import { checkOffers } from './check.js';
import { defaultOffers, type Offer } from './offer.js';

function faultsOf(offers: readonly Offer[]): readonly { message: string; offer?: string; path?: string }[] {
  try {
    checkOffers(offers);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.faults;
    throw error;
  }
  return [];
}

describe('checkOffers', () => {
  it('fills in what was left out and puts none first', () => {
    expect(checkOffers([{ id: 'call', cost: 4 }])).toEqual([
      { id: 'none', label: 'No offer', discount: 0, months: 0, cost: 0, redemption: 1, lift: 0 },
      { id: 'call', label: 'call', discount: 0, months: 12, cost: 4, redemption: 1, lift: 0 },
    ]);
  });

  it("keeps the card's offers, and is content with its own result", () => {
    const checked = checkOffers(defaultOffers);
    expect(checked.map(({ id, discount, months, lift }) => [id, discount, months, lift])).toEqual([
      ['none', 0, 0, 0],
      ['discount_5', 0.05, 12, 0.2],
      ['discount_10', 0.1, 12, 0.35],
    ]);
    expect(checkOffers(checked)).toEqual(checked);
  });

  it('takes undefined for left out', () => {
    expect(checkOffers([{ id: 'a', months: undefined }])[1].months).toBe(12);
  });

  it.each<[string, Offer[], string[]]>([
    ['no id', [{ id: '' }], ['offer 1 has no id']],
    ['the same id twice', [{ id: 'a' }, { id: 'a' }], ['offer a stands twice: offers 1 and 2']],
    [
      'a discount over 100%',
      [{ id: 'a', discount: 1.2 }],
      ['offer a: discount must be a number in [0, 1]: 1.2'],
    ],
    ['a NaN lift', [{ id: 'a', lift: NaN }], ['offer a: lift must be a number in [-1, 1]: NaN']],
    ['a negative cost', [{ id: 'a', cost: -1 }], ['offer a: cost must be a number of at least 0: -1']],
    ['none not first', [{ id: 'a' }, { id: 'none' }], ['offer none must stand first: it is number 2']],
    [
      'a none that costs',
      [{ id: 'none', cost: 2 }],
      ['offer none: cost must be 0, as none costs and changes nothing: 2'],
    ],
    [
      'a misspelt key',
      [{ id: 'a', discuont: 0.1 } as Offer],
      ['offer a: unknown key: discuont (did you mean discount?)'],
    ],
    [
      'an unknown response',
      [{ id: 'a', response: 'upliftt' as 'uplift' }],
      ['offer a: unknown response: upliftt (did you mean uplift?)'],
    ],
  ])('tells of %s', (_, offers, messages) => {
    expect(faultsOf(offers).map(({ message }) => message)).toEqual(messages);
  });

  it('tells all faults at once, each with its offer and its place', () => {
    const faults = faultsOf([
      { id: 'a', discount: 2, redemption: -1 },
      { id: 'a' },
      { id: 'b', cost: Infinity },
    ]);
    expect(faults.map(({ offer, path }) => [offer, path])).toEqual([
      ['a', 'offers[0].discount'],
      ['a', 'offers[0].redemption'],
      ['a', 'offers[1].id'],
      ['b', 'offers[2].cost'],
    ]);
  });
});
