/** The Markdown tables among lines, as they were printed, and each row an object by the names of its columns. */
export function tablesOf(
  lines: string[],
): { columns: string[]; rows: Record<string, string>[]; printed: string[] }[];

/** The runs of lines that belong to no table, each without a blank line within. */
export function textsOf(lines: string[]): string[][];

/** Lines as Markdown: tables stay tables, all else stands as it was printed. */
export function asMarkdown(lines: string[]): string;
