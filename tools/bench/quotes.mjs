import { tablesOf } from './tables.mjs';

/** A table that a README takes from a bench: `<!-- bench: gbdt, table 1 -->` above it and `<!-- end -->` below. */
const quote = /(<!-- bench: ([a-z ]+), table (\d+) -->\n\n?)([\s\S]*?)(\n?\n<!-- end -->)/g;

/** What a text quotes: of which bench, which of its tables counted from 1, and how the text has it. */
export const quotesOf = (text) =>
  [...text.matchAll(quote)].map(([, , name, number, quoted]) => ({ name, number: Number(number), quoted }));

/** The table that a quote stands for, as its bench printed it. */
export function printedTable(benches, { name, number }) {
  const bench = benches.find((candidate) => candidate.name === name);
  const table = bench && tablesOf(bench.lines)[number - 1];
  if (!table) throw new Error(`no table ${number} of a bench called ${name} stands in bench/results.json`);
  return table.printed.join('\n');
}

/** The text with each quote brought up to what its bench printed last; of a bench that has not run it stays as it is. */
export const requoted = (text, benches) =>
  text.replace(quote, (whole, before, name, number, _, after) =>
    benches.some((bench) => bench.name === name)
      ? before + printedTable(benches, { name, number: Number(number) }) + after
      : whole,
  );
