import { tablesOf, textsOf } from './tables.mjs';

/**
 * What a README takes from a bench: `<!-- bench: gbdt, table 1 -->` or `<!-- bench: churn, text 4 -->` above it and
 * `<!-- end -->` below.
 */
const quote = /(<!-- bench: ([a-z ]+), (table|text) (\d+) -->\n\n?)([\s\S]*?)(\n?\n<!-- end -->)/g;

/** What a text quotes: of which bench, which of its tables or texts counted from 1, and how the text has it. */
export const quotesOf = (text) =>
  [...text.matchAll(quote)].map(([, , name, kind, number, quoted]) => ({
    name,
    kind,
    number: Number(number),
    quoted,
  }));

/** A text without what it quotes. */
export const withoutQuotes = (text) => text.replace(quote, '');

/** What a quote stands for, as its bench printed it: a text in a fence. */
export function printedPart(benches, quote) {
  const part = findPart(benches, quote);
  if (part === undefined)
    throw new Error(
      `no ${quote.kind} ${quote.number} of a bench called ${quote.name} stands in bench/results.json`,
    );
  return part;
}

function findPart(benches, { name, kind, number }) {
  const bench = benches.find((candidate) => candidate.name === name);
  return bench && partsOf[kind](bench.lines)[number - 1]?.join('\n');
}

const partsOf = {
  table: (lines) => tablesOf(lines).map(({ printed }) => printed),
  text: (lines) => textsOf(lines).map((text) => ['```text', ...text, '```']),
};

/** Whether a bench printed every part that is quoted of it; where data or a peer is missing it may not. */
export const hasAllQuoted = (bench, quotes) =>
  quotes.every((quote) => quote.name !== bench.name || findPart([bench], quote) !== undefined);

/** The text with each quote brought up to what its bench printed last; what no bench has printed stays as it is. */
export const requoted = (text, benches) =>
  text.replace(quote, (whole, before, name, kind, number, _, after) => {
    const part = findPart(benches, { name, kind, number });
    return part === undefined ? whole : before + part + after;
  });
