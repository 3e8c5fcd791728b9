import { printedPart, quotesOf, type BenchResult } from '../bench/quotes.mjs';
import { read, rooms } from './rooms.js';

const { benches } = JSON.parse(read('bench/results.json')) as { benches: BenchResult[] };
const quotes = rooms.flatMap(({ folder }) =>
  quotesOf(read(`${folder}/README.md`)).map((quote) => ({ folder, ...quote })),
);

describe('the figures that READMEs take from benches', () => {
  it.each(quotes)('$folder has $kind $number of $name as it was printed', ({ quoted, ...quote }) => {
    expect(quoted.trim()).toBe(printedPart(benches, quote));
  });
});

describe('docs/benchmarks.md', () => {
  const page = read('docs/benchmarks.md');

  it.each(benches)('shows all that $name printed', ({ command, lines }) => {
    expect(page).toContain(command);
    for (const line of lines) expect(page).toContain(line);
  });
});
