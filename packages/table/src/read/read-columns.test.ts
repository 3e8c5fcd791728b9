import fc from 'fast-check';
import { InvalidInputError, UnknownColumnError } from '@clv/contracts';
import { defineSchema } from '../schema/define-schema.js';
import { readLabels } from './read-labels.js';
import { readNumbers } from './read-numbers.js';
import { readOutcomes } from './read-outcomes.js';
import { readText } from './read-text.js';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('readNumbers', () => {
  it('gives back every number that was written as text or typed, and NaN for blanks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noDefaultInfinity: true })), (numbers) => {
        const written = numbers.map((number) => (Number.isNaN(number) ? ' ' : String(number)));
        expect([...readNumbers({ written }, 'written')]).toEqual(numbers.map((number) => number + 0));
        expect([...readNumbers({ numbers }, 'numbers')]).toEqual(numbers);
      }),
    );
  });

  it('reads a typed array as the plain array of the same cells, into numbers of its own', () => {
    const kinds = [
      Float64Array.of(1, NaN),
      Float32Array.of(1, 0.5),
      Int32Array.of(1, -2),
      BigInt64Array.of(1n, 2n),
    ];
    for (const cells of kinds) {
      const numbers = readNumbers({ cells }, 'cells');
      expect(numbers).toEqual(readNumbers({ cells: [...cells] }, 'cells'));
      numbers[0] = 9;
      expect(Number(cells[0])).toBe(1);
    }
  });

  it('throws with every cell that is not a number, by its row', () => {
    const error = thrownBy(() => readNumbers({ price: ['1', 'abc', '', '2', 'x'] }, 'price'));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as InvalidInputError).message).toBe(
      'row 2, price: "abc" is not a number\nrow 5, price: "x" is not a number',
    );
  });

  it('reads decimal commas by option', () => {
    expect([...readNumbers({ price: ['1.299,50', '7'] }, 'price', { decimal: ',' })]).toEqual([1299.5, 7]);
  });
});

describe('readLabels', () => {
  const schema = defineSchema({ label: 'churn' });

  it('gives 1 for those who left, 0 for those who stayed, -1 for current customers', () => {
    expect(readLabels({ churn: ['Yes', 'No', '', null] }, schema)).toEqual(Int8Array.of(1, 0, -1, -1));
    expect(readLabels({ churn: [true, false] }, schema)).toEqual(Int8Array.of(1, 0));
    expect(readLabels({ churn: Uint8Array.of(1, 0) }, schema)).toEqual(Int8Array.of(1, 0));
    expect(readLabels({ churn: ['t', 'F', 'NA'] }, schema)).toEqual(Int8Array.of(1, 0, -1));
  });

  it('throws for cells that are not labels, for a schema without one, and for a table without the column', () => {
    expect(() => readLabels({ churn: ['Yes', 'maybe'] }, schema)).toThrow(
      'row 2, churn: "maybe" is not a label',
    );
    expect(() => readLabels({ churn: [1] }, defineSchema({}))).toThrow('no column is the label');
    expect(() => readLabels({ churned: [1] }, schema)).toThrow(UnknownColumnError);
  });
});

describe('readOutcomes', () => {
  it('reads numbers, and yes and no as 1 and 0; NaN is what is not known', () => {
    const cells = ['Yes', 'no', 'T', 'f', '1', '0.0', '12.5', '-3', '', 'NA', null];
    expect([...readOutcomes({ cells }, 'cells')]).toEqual([1, 0, 1, 0, 1, 0, 12.5, -3, NaN, NaN, NaN]);
    expect([...readOutcomes({ cells: [true, false, undefined, 2n] }, 'cells')]).toEqual([1, 0, NaN, 2]);
    expect([...readOutcomes({ cells: ['1,5'] }, 'cells', { decimal: ',' })]).toEqual([1.5]);
  });

  it('reads typed and plain numbers alike, as readNumbers does, into numbers of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noDefaultInfinity: true })), (numbers) => {
        const typed = Float64Array.from(numbers);
        const outcomes = readOutcomes({ typed }, 'typed');
        expect(outcomes).toEqual(readNumbers({ numbers }, 'numbers'));
        expect(readOutcomes({ numbers }, 'numbers')).toEqual(outcomes);
        expect(outcomes).not.toBe(typed);
      }),
    );
  });

  it('throws with every other cell, and says what to do about dates', () => {
    const cells = ['1', 'kept', '2024-03-01', Infinity, new Date(Date.UTC(2024, 0, 2)), 'None'];
    const error = thrownBy(() => readOutcomes({ cells }, 'cells')) as InvalidInputError;
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error.faults.map(({ rule, row }) => [rule, row])).toEqual([
      ['not-a-number', 2],
      ['not-a-number', 3],
      ['not-finite', 4],
      ['not-a-number', 5],
      ['not-a-number', 6],
    ]);
    expect(error.message).toContain('row 2, cells: "kept" is neither a number nor yes or no');
    expect(error.message).toContain('row 3, cells: "2024-03-01" is a date, not an outcome: write 1 or 0');
    expect(() => readOutcomes({ cells }, 'cell')).toThrow(UnknownColumnError);
  });
});

describe('readText', () => {
  it('trims text, empties blanks, and writes dates in their ISO form', () => {
    const cells = [' a ', 'NA', null, 7, true, new Date(Date.UTC(2024, 0, 2))];
    expect(readText({ cells }, 'cells')).toEqual(['a', '', '', '7', 'true', '2024-01-02T00:00:00.000Z']);
  });
});
