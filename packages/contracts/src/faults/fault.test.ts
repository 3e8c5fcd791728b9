import { ClvError } from './clv-error.js';
import { InvalidInputError } from './fault.js';
import { InvalidOptionError } from './invalid-option-error.js';
import { UnknownColumnError } from './unknown-column-error.js';

describe('InvalidInputError', () => {
  it('tells every fault, one a line, and points at the first', () => {
    const error = new InvalidInputError([
      {
        rule: 'not-a-number',
        message: 'row 17, price: "abc" is not a number',
        column: 'price',
        row: 17,
        value: 'abc',
      },
      {
        rule: 'duplicate-id',
        message: 'row 20, id: "7" stands in row 3 too',
        column: 'id',
        row: 20,
        value: '7',
      },
    ]);
    expect(error.message.split('\n')).toHaveLength(2);
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      column: 'price',
      row: 17,
      name: 'InvalidInputError',
    });
    expect(error.faults).toHaveLength(2);
  });
});

describe('every error', () => {
  it.each([
    [new InvalidOptionError('k', 'k must be at least 2: 1'), 'INVALID_OPTION'],
    [new UnknownColumnError('tenur', ['tenure_months']), 'UNKNOWN_COLUMN'],
    [new InvalidInputError([]), 'INVALID_INPUT'],
  ])('%s is a ClvError with a code of its own', (error, code) => {
    expect(error).toBeInstanceOf(ClvError);
    expect(error.code).toBe(code);
  });

  it('keeps its cause', () => {
    const cause = new Error('disk full');
    expect(new ClvError('WRITE_FAILED', 'could not write out.csv', { cause }).cause).toBe(cause);
  });
});
