import { asMarkdown, tablesOf, textsOf } from './tables.mjs';

const printed = [
  'a million customers',
  '| data | ours |',
  '| --- | ---: |',
  '| a | 0.31 |',
  '| b | 2.40 |',
  'done in 3 s',
];

describe('what a bench printed', () => {
  it('gives up its tables as rows by column', () => {
    expect(tablesOf(printed)).toEqual([
      {
        columns: ['data', 'ours'],
        rows: [
          { data: 'a', ours: '0.31' },
          { data: 'b', ours: '2.40' },
        ],
        printed: printed.slice(1, 5),
      },
    ]);
  });

  it('stands on a page with its tables as tables and the rest as it was', () => {
    expect(asMarkdown(printed)).toBe(
      '```text\na million customers\n```\n\n| data | ours |\n| --- | ---: |\n| a | 0.31 |\n| b | 2.40 |\n\n```text\ndone in 3 s\n```',
    );
  });

  it('gives up what is not in a table as texts, apart where a blank line or a table parts them', () => {
    expect(textsOf([...printed, '', 'peer missing', 'to be installed'])).toEqual([
      ['a million customers'],
      ['done in 3 s'],
      ['peer missing', 'to be installed'],
    ]);
  });

  it('has no tables where there are none', () => {
    expect(tablesOf(['| not a table'])).toEqual([]);
  });
});
