import { checkOptionNames } from './option-names.js';

interface Options {
  budget?: number;
  offers?: string[];
}
const names = { budget: true, offers: true } as const;
const check = (options: object) => () => checkOptionNames<Options>(options, names);

describe('the names of options', () => {
  it('are known, or left out', () => {
    expect(check({})).not.toThrow();
    expect(check({ budget: 0, offers: [] })).not.toThrow();
    expect(check({ bugdet: undefined })).not.toThrow();
  });

  it('are refused where they are misspelt, or inherited by every object', () => {
    expect(check({ bugdet: 1000 })).toThrow('unknown option: bugdet (did you mean budget?)');
    expect(check({ bugdet: 1000 })).toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', path: 'bugdet' }),
    );
    expect(check({ toString: 1 })).toThrow('unknown option: toString');
  });
});
