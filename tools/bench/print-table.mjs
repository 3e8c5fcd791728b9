/** Prints the head of a Markdown table, and returns what prints a row of it: bench/results.json and READMEs take it from there. */
export function startTable(...columns) {
  const print = (...cells) => console.log(`| ${cells.join(' | ')} |`);
  print(...columns);
  print(...columns.map(() => '---'));
  return print;
}
