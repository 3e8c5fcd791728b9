import { printedTable, quotesOf, requoted } from './quotes.mjs';

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
      { name: 'gbdt', number: 1, quoted: '| data | ours |\n| --- | --- |\n| a | 0.31 |' },
    ]);
  });

  it('is brought up to what the bench printed last, and stays as it is when it was so', () => {
    expect(requoted(readme('| a | 0.31 |'), benches)).toBe(readme('| a | 0.30 |'));
    expect(requoted(readme('| a | 0.30 |'), benches)).toBe(readme('| a | 0.30 |'));
  });

  it('stays as it is where its bench has not run', () => {
    expect(requoted(readme('| a | 0.31 |'), [])).toBe(readme('| a | 0.31 |'));
  });

  it('is told when the bench has no such table', () => {
    expect(() => printedTable(benches, { name: 'gbdt', number: 2 })).toThrow(
      'no table 2 of a bench called gbdt',
    );
  });
});
