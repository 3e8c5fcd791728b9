import { defineSchema } from '../schema/define-schema.js';
import { columnNotices } from './column-notices.js';

const schema = defineSchema({ id: 'id', price: 'price', exclude: ['left_out'] });
const rulesOf = (cells: unknown[], of = schema) =>
  columnNotices({ feature: cells, id: cells, price: cells, left_out: cells }, of).map(
    ({ column, rule }) => `${column} ${rule}`,
  );

describe('columnNotices', () => {
  it('tells of codes and of dates that are not read, with a cell as it is written', () => {
    const table = {
      zip: [10001, null, '06834'],
      joined: ['', '01/24/2025', '02/01/2025'],
      plan: ['a', 'b', 'a'],
    };
    expect(columnNotices(table, schema)).toEqual([
      {
        column: 'zip',
        rule: 'codes',
        message:
          'zip: 06834 begins with a zero, so the column counts as codes, not as numbers; if it is numbers, write 6834',
      },
      {
        column: 'joined',
        rule: 'unread-dates',
        message:
          'joined: 01/24/2025 looks like a date in a form that is not read, so the column counts as text; write dates as 2025-01-24, a month as its first day',
      },
    ]);
  });

  it.each([
    ['67%', '5 %'],
    ['$1,299.00', '-$5.25'],
    ['496,51 €', '1.299,00 €'],
    ['EUR 12', 'eur 5.5'],
    ['1 299,50', '12 500,00'],
    ['(496.51)', '(12.00)'],
    ['\u22125', '\u22127.5'],
  ])('tells of numbers with signs beside them, such as %s', (...cells) => {
    expect(columnNotices({ usage: ['', ...cells] }, schema)).toEqual([
      {
        column: 'usage',
        rule: 'unread-numbers',
        message: `usage: ${cells[0]} looks like a number with signs beside it, so the column counts as text; write digits and a decimal mark alone`,
      },
    ]);
  });

  const numbers = Array.from({ length: 30 }, (_, i) => String(10 + i));

  it('tells of a text among numbers that stands in the last rows alone, as in a table sorted by age', () => {
    const usage = Array.from({ length: 5000 }, (_, i) => (i < 4500 ? String(i) : 'not known'));
    expect(columnNotices({ usage }, defineSchema({}))).toMatchObject([
      { column: 'usage', rule: 'text-among-numbers', message: expect.stringContaining('"not known" stands') },
    ]);
  });

  it.each([['?'], ['None'], ['-', 'unknown']])('tells of %s that stands among numbers', (...words) => {
    expect(columnNotices({ usage: [...numbers, ...words, ...words] }, schema)).toEqual([
      {
        column: 'usage',
        rule: 'text-among-numbers',
        message: `usage: "${words[0]}" stands among its numbers, so the column counts as text; leave a cell blank where its number is not known`,
      },
    ]);
  });

  it.each<[string, unknown[]]>([
    ['one odd cell in thirty, which is a fault', [...numbers, '?']],
    ['levels of which most are digits', ['1', '2', '3', '3+', '1', '2', '2', '3+']],
    ['codes of which most are digits', [...numbers, 'A1', 'A2', 'A3', 'B1', 'B2', 'B3']],
    ['text of which some are numbers', [...numbers, ...Array<string>(31).fill('other')]],
    ['sizes', ['12 cm', '3 GB']],
    ['ranges', ['1-5', '5-10']],
    ['phones', ['+49 30 123456', '+49 40 5555']],
    ['numbers', ['1', '20', '0', '0.5']],
    ['typed numbers', [1, 20, 0.5]],
    ['dates that are read', ['2025-01-24', '2025-02-01T12:30']],
    ['typed dates', [new Date(0), new Date(1)]],
    ['text', ['monthly', 'yearly']],
    ['text beside a code', ['07', 'abc', 'def']],
    ['a few dates among text', ['May 2024', 'next', 'never']],
    ['blanks', ['', null]],
    ['booleans', [true, false]],
  ])('says nothing of %s', (_, cells) => expect(rulesOf(cells)).toEqual([]));

  it('says nothing of columns that are no features, or whose role says what they are', () => {
    expect(rulesOf(['01', '02'])).toEqual(['feature codes']);
    expect(rulesOf(['Jan-24', 'Feb-24'])).toEqual(['feature unread-dates']);
  });

  it('takes a point for no decimal where a comma is', () => {
    expect(rulesOf(['24.01.2025', '25.02.2025'], defineSchema({}, { decimal: ',' }))).toContain(
      'feature unread-dates',
    );
  });

  it.each(['Retained', 'is_active', 'Still active?', 'aktiv', 'activo', 'ativo'])(
    'asks whether yes means left where the label is called %s',
    (label) => {
      const of = defineSchema({ label });
      expect(columnNotices({ [label]: ['Yes', 'No', null] }, of)).toEqual([
        {
          column: label,
          rule: 'reversed-label',
          message: `${label}: its name speaks of customers who stayed, but 1 and yes count as left; if they stayed, turn its values round`,
        },
      ]);
      expect(columnNotices({ [label]: ['churned', 'active'] }, of)).toEqual([]);
      expect(columnNotices({ [label]: [1, 0] }, defineSchema({}))).toEqual([]);
      expect(columnNotices({ churn: [1, 0] }, defineSchema({ label: 'churn' }))).toEqual([]);
    },
  );

  it.each([
    ['gross_margin', ['0.71', '0.8', '']],
    ['margin_pct', ['71', '80', '65']],
  ])('tells of the margin %s that it looks like shares, which are no money', (margin, cells) => {
    const of = defineSchema({ price: 'price', margin });
    expect(columnNotices({ price: [29.9, 50, 70], [margin]: cells }, of)).toEqual([
      {
        column: margin,
        rule: 'share-for-money',
        message: `${margin}: it looks like shares of the price, but counts as money a month, so customers seem worth little; multiply it by the price, or give margin_rate`,
      },
    ]);
    expect(columnNotices({ price: [0.9, 0.5, 0.7], gross_margin: [0.1, 0.2, 0.3] }, of)).toEqual([]);
    expect(columnNotices({ [margin]: cells }, of)).toEqual([]);
  });

  it('tells of a feature that is named as an id, but shared by rows, where no id is given', () => {
    const months = Array.from({ length: 60 }, (_, i) => i % 20);
    const table = { price: months.map((month) => 20 + month), customer_id: months };
    const of = (roles: Parameters<typeof defineSchema>[0]) => columnNotices(table, defineSchema(roles));
    expect(of({ price: 'price' })).toEqual([
      { column: 'customer_id', rule: 'shared-id', message: expect.stringMatching('20 customers in 60 rows') },
    ]);
    expect(of({ price: 'price', exclude: ['customer_id'] })).toEqual([]);
    expect(of({ id: 'price' })).toEqual([]);
  });

  it.each([
    ['that hardly any row shares', Array.from({ length: 60 }, (_, i) => Math.max(i, 1))],
    ['of a few kinds', Array.from({ length: 60 }, (_, i) => i % 15)],
    ['that hardly any row has', Array.from({ length: 60 }, (_, i) => (i < 40 ? '' : i))],
  ])('says nothing of one %s', (_, customer_id) => {
    expect(columnNotices({ customer_id }, defineSchema({}))).toEqual([]);
  });

  it('takes a table that is not sound', () => {
    expect(columnNotices({ '': ['01'], scrap: 7 as never, a: [] }, defineSchema({}))).toEqual([]);
  });
});
