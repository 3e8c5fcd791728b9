const cellsOf = (line) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
const isRow = (line) => /^\s*\|.*\|\s*$/.test(line);
const isRule = (line) => isRow(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));

/** The Markdown tables among lines, as they were printed, and each row an object by the names of its columns. */
export function tablesOf(lines) {
  const tables = [];
  for (let i = 1; i < lines.length; i++) {
    if (!isRule(lines[i]) || !isRow(lines[i - 1])) continue;
    const columns = cellsOf(lines[i - 1]);
    const printed = lines.slice(i - 1, i + 1);
    const rows = [];
    while (i + 1 < lines.length && isRow(lines[i + 1])) {
      printed.push(lines[++i]);
      const cells = cellsOf(lines[i]);
      rows.push(Object.fromEntries(columns.map((column, c) => [column, cells[c] ?? ''])));
    }
    tables.push({ columns, rows, printed });
  }
  return tables;
}

const isText = (line) => !isRow(line) && line.trim() !== '';

/** The runs of lines that belong to no table, each without a blank line within. */
export function textsOf(lines) {
  const texts = [];
  for (const [i, line] of lines.entries()) {
    if (!isText(line)) continue;
    if (i > 0 && isText(lines[i - 1])) texts.at(-1).push(line);
    else texts.push([line]);
  }
  return texts;
}

/** Lines as Markdown: tables stay tables, all else stands as it was printed. */
export function asMarkdown(lines) {
  const page = [];
  let isPlain = false;
  for (const line of lines) {
    const plain = isText(line);
    if (plain !== isPlain) page.push(...(plain ? ['', '```text'] : ['```', '']));
    isPlain = plain;
    page.push(line);
  }
  if (isPlain) page.push('```');
  return page
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
