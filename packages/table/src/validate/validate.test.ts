import { table } from 'arquero';
import fc from 'fast-check';
import { InvalidInputError } from '@clv/contracts';
import { defineSchema } from '../schema/define-schema.js';
import { readLabels } from '../read/read-labels.js';
import { assertSound, validateTable } from './validate.js';

const schema = defineSchema({
  id: 'id',
  label: 'churn',
  price: 'price',
  margin: 'margin',
  tenure: 'tenure',
  sensitivity: 'sensitivity',
  propensity: 'propensity',
});

const sound = () => ({
  id: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'],
  churn: ['Yes', 'no', '', null, 'YES', 'No'] as unknown[],
  price: ['29.85', '', ' ', 50, '1,299.00', 0] as unknown[],
  margin: [1, 2, 3, 4, NaN, 6] as unknown[],
  tenure: [1, 2, 3, 4, 5, 6] as unknown[],
  sensitivity: [0, 1, 0.5, null, 0.25, 1] as unknown[],
  propensity: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5] as unknown[],
});

const messages = (columns: object, by = schema) =>
  validateTable(columns as Record<string, unknown[]>, by).faults.map(({ message }) => message);

describe('validateTable', () => {
  it('looks at no id where all are known to differ, and for a row of sums all the same', () => {
    const ids = defineSchema({ id: 'id' });
    const rulesOf = (id: string[], idsDiffer?: boolean) =>
      validateTable({ id }, ids, { idsDiffer }).faults.map(({ rule }) => rule);
    expect(rulesOf(['a', 'a'])).toEqual(['duplicate-id']);
    expect(rulesOf(['a', 'a'], true)).toEqual([]);
    expect(rulesOf(['a', 'b', 'Total'], true)).toEqual(rulesOf(['a', 'b', 'Total']));
  });

  it('finds nothing in a sound table, plain or Arquero, whose blanks are legal', () => {
    expect(validateTable(sound(), schema)).toEqual({ rows: 6, faults: [], counts: {} });
    expect(validateTable(table(sound()), schema).faults).toEqual([]);
  });

  it('finds 12 of 12 planted faults, each with its row, column, value and rule', () => {
    const planted = sound();
    const plant = (column: keyof typeof planted, row: number, value: unknown, rule: string) => {
      planted[column][row - 1] = value as never;
      return { column, row, value, rule };
    };
    const expected = [
      plant('id', 3, 'c1', 'duplicate-id'),
      plant('id', 4, ' ', 'blank-id'),
      plant('churn', 2, 'maybe', 'not-a-label'),
      plant('price', 1, 'abc', 'not-a-number'),
      plant('price', 2, -1, 'negative'),
      plant('price', 3, Infinity, 'not-finite'),
      plant('margin', 1, '-0.01', 'negative'),
      plant('margin', 2, '1e999', 'not-finite'),
      plant('tenure', 5, '0x10', 'not-a-number'),
      plant('tenure', 6, -1, 'negative'),
      plant('sensitivity', 1, 1.01, 'out-of-range'),
      plant('propensity', 6, '-0.5', 'out-of-range'),
    ];
    const { faults, counts } = validateTable(planted, schema);
    expect(faults).toHaveLength(12);
    expect(faults).toEqual(expected.map((fault) => expect.objectContaining(fault)));
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(12);
    expect(counts).toMatchObject({ negative: 3, 'not-finite': 2, 'out-of-range': 2 });
  });

  it('tells once of a label column that is another, with what it holds and what looks like labels', () => {
    const rows = 3000;
    const draw = <T>(values: T[]) => Array.from({ length: rows }, (_, i) => values[i % values.length]);
    const other = {
      contract: draw(['Month-to-month', 'One year', '', 'Two year']),
      partner: draw(['Yes', 'No']),
      Churn: draw(['No', 'No', 'Yes', '']),
    };
    expect(validateTable(other, defineSchema({ label: 'contract' })).faults).toEqual([
      {
        rule: 'no-labels',
        column: 'contract',
        path: 'roles.label',
        message:
          'contract does not hold labels: 2250 of its 2250 filled cells are neither yes nor no ("Month-to-month", "One year", "Two year"); a label is yes/no, true/false, t/f, y/n, 1/0 or churned/active, and blank for a current customer; Churn looks like one',
      },
    ]);
    expect(() => readLabels(other, defineSchema({ label: 'contract' }))).toThrow('; Churn looks like one');
    const [{ message }] = validateTable({ churn: ['', 'soon'] }, defineSchema({ label: 'churn' })).faults;
    expect(message).toContain('its one filled cell is neither yes nor no ("soon")');
  });

  it.each<[string, unknown[], string[]]>([
    ['half', ['yes', 'maybe'], ['not-a-label']],
    ['fewer than half', ['yes', 'maybe', 'perhaps', ''], ['no-labels']],
    ['months, of which some are 0 and 1,', [0, 1, 2, 3, 4], ['no-labels']],
  ])('takes a column of which %s of the filled cells are labels for what it is', (_, churn, rules) => {
    const { faults } = validateTable({ churn, plan: churn.map(() => 'a') }, defineSchema({ label: 'churn' }));
    expect(faults.map(({ rule }) => rule)).toEqual(rules);
    if (rules[0] === 'no-labels') expect(faults[0].message).toMatch(/blank for a current customer$/);
  });

  it('finds the faults that were planted and no others: rows accepted and rejected are the rows read', () => {
    const rows = 50;
    const number = fc.constantFrom('x', '1,299', '0x1f', -1, '-0.5', Infinity, '1e999', 1e300, {});
    const faulty = {
      id: fc.constantFrom('', ' ', null, 'NA'),
      churn: fc.constantFrom('maybe', 2, 0.5, '-1'),
      price: number,
      tenure: number,
      sensitivity: fc.oneof(number, fc.constantFrom(1.01, '7')),
    };
    const plant = fc
      .record({
        row: fc.nat(rows - 1),
        column: fc.constantFrom(...(Object.keys(faulty) as (keyof typeof faulty)[])),
      })
      .chain(({ row, column }) => faulty[column].map((value: unknown) => ({ row, column, value })));
    const plants = fc.uniqueArray(plant, { selector: ({ row, column }) => `${row} ${column}` });
    fc.assert(
      fc.property(plants, (planted) => {
        const columns: Record<string, unknown[]> = {
          id: Array.from({ length: rows }, (_, i) => `c${i}`),
          churn: Array.from({ length: rows }, (_, i) => ['yes', 'no', ''][i % 3]),
          price: Array.from({ length: rows }, (_, i) => [29.85, '29.85', ''][i % 3]),
          tenure: Array.from({ length: rows }, (_, i) => i),
          sensitivity: Array.from({ length: rows }, (_, i) => i / rows),
        };
        for (const { row, column, value } of planted) columns[column][row] = value;
        const roles = {
          id: 'id',
          label: 'churn',
          price: 'price',
          tenure: 'tenure',
          sensitivity: 'sensitivity',
        };
        const { faults } = validateTable(columns, defineSchema(roles));
        const told = faults.map(({ row, column, value }) => ({ row: row! - 1, column, value }));
        const inOrder = (list: object[]) => list.map((fault) => JSON.stringify(fault)).sort();
        expect(inOrder(told)).toEqual(inOrder(planted));
        const rejected = new Set(faults.map(({ row }) => row)).size;
        const accepted = columns.id.filter((_, i) => !planted.some(({ row }) => row === i)).length;
        expect(accepted + rejected).toBe(rows);
      }),
    );
  });

  it('tells a fault so that it can be mended', () => {
    const planted = { ...sound(), price: [1, 2, 'abc', 4, 5, 6], id: ['a', 'b', 'a', 'd', 'e', 'f'] };
    expect(messages(planted)).toEqual([
      'row 3, id: "a" stands in row 1 too',
      'row 3, price: "abc" is not a number',
    ]);
  });

  it('lists the values of a label that has more than two', () => {
    const [message] = messages({ ...sound(), churn: ['Yes', 'No', 'maybe', 'Yes', '', ''] });
    expect(message).toBe(
      'row 3, churn: "maybe" is not a label: churn holds "Yes", "No", "maybe"; a label is yes/no, true/false, t/f, y/n, 1/0 or churned/active, and blank for a current customer',
    );
  });

  it('names the nearest column where a role names one that is not there', () => {
    const { tenure, ...rest } = sound();
    expect(messages({ ...rest, tenur: tenure })).toEqual([
      'roles.tenure: unknown column: tenure (did you mean tenur?)',
    ]);
  });

  it('finds every Date of no moment among the features, however many there are', () => {
    const lost = new Date(NaN);
    const since = [new Date(0), lost, new Date(1e12), lost, lost, lost];
    const plan = ['a', 'b', lost, 'b', 'a', 'b'];
    const faults = ['2, since', '4, since', '5, since', '6, since', '3, plan'];
    expect(messages({ ...sound(), since, plan })).toEqual(
      faults.map((place) => `row ${place}: Invalid Date is not a date`),
    );
  });

  it('finds objects among the levels of a feature and among its numbers, by row and column', () => {
    const faultsOf = (cells: unknown[]) =>
      validateTable({ plan: cells }, defineSchema({})).faults.map(({ rule, row, message }) => [
        rule,
        row,
        message,
      ]);
    expect(faultsOf(['a', {}, 'b', new Map(), Object.create(null)])).toEqual(
      [2, 4, 5].map((row) => [
        'not-a-value',
        row,
        `row ${row}, plan: an object is neither text, a number, a date nor true or false; give each of its parts a column`,
      ]),
    );
    const numbers = Array.from({ length: 60 }, (_, i) => (i === 7 ? { amount: 3 } : i));
    expect(faultsOf(numbers)).toEqual([['not-a-number', 8, 'row 8, plan: an object is not a number']]);
  });

  it('finds the odd text in a feature that is numbers', () => {
    const spend = Array.from({ length: 40 }, (_, i) => (i === 16 ? 'abc' : String(i)));
    expect(messages({ spend }, defineSchema({}))).toEqual(['row 17, spend: "abc" is not a number']);
  });

  it('finds the odd text in a feature that is dates', () => {
    const since = Array.from({ length: 40 }, (_, i) => (i === 5 ? '2024-02-30' : '2024-02-28'));
    expect(messages({ since }, defineSchema({}))).toEqual(['row 6, since: "2024-02-30" is not a date']);
  });

  it.each([
    [{}, ['the table has no columns']],
    [{ a: [] }, ['the table has no rows']],
    [{ a: [1, 2], b: [1] }, ['b has 1 rows where the longest column has 2']],
    [{ a: [1], b: 7 }, ['b is not an array']],
    [{ a: [1], b: null }, ['b is not an array']],
  ])('finds that %j has no shape of a table', (columns, expected) => {
    expect(messages(columns, defineSchema({}))).toEqual(expected);
  });

  it('finds numbers beyond the range of a feature', () => {
    expect(messages({ spend: [1, '3.5e38', -1e300, 3.4e38] }, defineSchema({}))).toEqual([
      'row 2, spend: "3.5e38" is beyond 3.4028234663852886e+38',
      'row 3, spend: -1e+300 is beyond 3.4028234663852886e+38',
    ]);
  });

  it('reads decimal commas where the schema says so', () => {
    const european = { price: ['29,85', '1.299,50', '29.85'] };
    expect(messages(european, defineSchema({ price: 'price' }, { decimal: ',' }))).toEqual([
      'row 3, price: "29.85" is not a number where , marks decimals (decimal: "." would read it)',
    ]);
  });

  it('reports every fault, however many', () => {
    const price = new Float64Array(20_000).fill(-1);
    expect(validateTable({ price }, defineSchema({ price: 'price' })).counts).toEqual({ negative: 20_000 });
  });

  it('finds the faults of typed whole numbers too', () => {
    const price = Int32Array.of(1, -1, 2);
    expect(messages({ price }, defineSchema({ price: 'price' }))).toEqual(['row 2, price: -1 is negative']);
  });
});

describe('assertSound', () => {
  it('throws all the faults at once, or nothing', () => {
    expect(() => assertSound(sound(), schema)).not.toThrow();
    const faulty = { ...sound(), price: ['a', 'b', 'c', 1, 2, 3] };
    expect(() => assertSound(faulty, schema)).toThrow(InvalidInputError);
    expect(() => assertSound(faulty, schema)).toThrow('row 3, price: "c" is not a number');
  });
});
