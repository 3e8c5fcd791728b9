import { printedPart, quotesOf, withoutQuotes, type BenchResult } from '../bench/quotes.mjs';
import { pages } from './documents.js';
import { filesOf } from './files.js';
import { hasFigure, measuredFigures } from './figures.js';
import { read, rooms } from './rooms.js';

const { benches } = JSON.parse(read('bench/results.json')) as { benches: BenchResult[] };
const quotes = pages.flatMap(({ path, text }) => quotesOf(text).map((quote) => ({ path, ...quote })));

describe('the figures that pages take from benches', () => {
  it.each(quotes)('$path has $kind $number of $name as it was printed', ({ quoted, ...quote }) => {
    expect(quoted.trim()).toBe(printedPart(benches, quote));
  });
});

/** Where a room's figures come from: what its benches printed, what its tests and size limits hold it to, and the constants of its code. */
function evidenceOf(folder: string): string {
  const room = folder.split('/')[1];
  const printed = benches.filter(({ name }) => name.split(' ')[0] === room).flatMap(({ lines }) => lines);
  const tested = filesOf(`${folder}/*.test.ts`).map(read);
  const constants = filesOf(`${folder}/src/*.ts`).flatMap(
    (path) => read(path).match(/^(?:export )?const \w+ = [\d._]+;/gm) ?? [],
  );
  return [...printed, ...tested, ...constants, read(`${folder}/package.json`)].join('\n');
}

/** The part of a README that a test of its room computes anew. */
const recomputed = /<!-- figures -->[\s\S]*/;

describe.each(rooms)('the README of $name', ({ folder }) => {
  it('states in prose no figure that no bench printed, no test holds and no constant is', () => {
    const evidence = evidenceOf(folder);
    const prose = withoutQuotes(read(`${folder}/README.md`)).replace(recomputed, '');
    const unfounded = measuredFigures(prose).filter(({ stated }) => !hasFigure(evidence, stated));
    expect(unfounded).toEqual([]);
  });
});

describe('docs/benchmarks.md', () => {
  const page = read('docs/benchmarks.md');

  it.each(benches)('shows all that $name printed', ({ command, lines }) => {
    expect(page).toContain(command);
    for (const line of lines) expect(page).toContain(line);
  });
});
