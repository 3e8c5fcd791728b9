import { hasAllQuoted, printedPart, quotesOf, requoted, withoutQuotes } from './quotes.mjs';

const benches = [
  {
    name: 'gbdt',
    command: 'npm run bench',
    lines: ['| data | ours |', '| --- | --- |', '| a | 0.30 |', 'done'],
  },
];
const readme = (row: string) =>
  `Trees.\n\n<!-- bench: gbdt, table 1 -->\n\n| data | ours |\n| --- | --- |\n${row}\n\n<!-- end -->\n\nMore.\n`;

describe('a README that quotes a bench', () => {
  it('says which table of which bench it has, and how', () => {
    expect(quotesOf(readme('| a | 0.31 |'))).toEqual([
      { name: 'gbdt', kind: 'table', number: 1, quoted: '| data | ours |\n| --- | --- |\n| a | 0.31 |' },
    ]);
  });

  it('is brought up to what the bench printed last, and stays as it is when it was so', () => {
    expect(requoted(readme('| a | 0.31 |'), benches)).toBe(readme('| a | 0.30 |'));
    expect(requoted(readme('| a | 0.30 |'), benches)).toBe(readme('| a | 0.30 |'));
  });

  it('stays as it is where its bench has not run', () => {
    expect(requoted(readme('| a | 0.31 |'), [])).toBe(readme('| a | 0.31 |'));
  });

  it('may take a text as well, in a fence', () => {
    expect(requoted('<!-- bench: gbdt, text 1 -->\n\nold\n\n<!-- end -->', benches)).toBe(
      '<!-- bench: gbdt, text 1 -->\n\n```text\ndone\n```\n\n<!-- end -->',
    );
  });

  it('says what it has of its own', () => {
    expect(withoutQuotes(readme('| a | 0.31 |'))).toBe('Trees.\n\n\n\nMore.\n');
  });

  it('asks of a bench the parts that are its own, and no others', () => {
    const [gbdt] = benches;
    expect(hasAllQuoted(gbdt, quotesOf(readme('| a | 0.31 |')))).toBe(true);
    expect(hasAllQuoted({ ...gbdt, lines: ['skipped: no data'] }, quotesOf(readme('')))).toBe(false);
    expect(hasAllQuoted({ ...gbdt, name: 'churn', lines: [] }, quotesOf(readme('')))).toBe(true);
  });

  it('is told when the bench has no such table', () => {
    expect(() => printedPart(benches, { name: 'gbdt', kind: 'table', number: 2 })).toThrow(
      'no table 2 of a bench called gbdt',
    );
  });
});
