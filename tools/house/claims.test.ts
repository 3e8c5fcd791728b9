import { printedTable, quotesOf, type BenchResult } from '../bench/quotes.mjs';
import { read, rooms } from './rooms.js';

const { benches } = JSON.parse(read('bench/results.json')) as { benches: BenchResult[] };
const claims = rooms.flatMap(({ folder }) =>
  quotesOf(read(`${folder}/README.md`)).map((quote) => ({ folder, ...quote })),
);

describe('the figures that READMEs take from benches', () => {
  it.each(claims)('$folder has table $number of $name as it was printed', ({ name, number, quoted }) => {
    expect(quoted.trim()).toBe(printedTable(benches, { name, number }));
  });

  it('are there for those who read of trees and of churn', () => {
    expect(new Set(claims.map(({ name }) => name))).toEqual(new Set(['churn', 'gbdt']));
  });
});

describe('docs/benchmarks.md', () => {
  const page = read('docs/benchmarks.md');

  it.each(benches)('shows all that $name printed', ({ command, lines }) => {
    expect(page).toContain(command);
    for (const line of lines) expect(page).toContain(line);
  });
});
