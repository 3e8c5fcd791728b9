/** A text as an SQL literal. */
export const quotedText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A name as an SQL identifier. */
export const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** `schema.table` as SQL; a part may stand in quotes, as in SQL, and have dots then. */
export const tableName = (table: string) => partsOf(table).map(quotedName).join('.');

function partsOf(table: string): string[] {
  const parts = table.match(/(?:"(?:[^"]|"")+"|[^."]+)(?=\.|$)/g) ?? [];
  if (parts.join('.') !== table) return table.split('.');
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part));
}

/** A file's name as a glob that matches it alone, since every function that reads files takes globs. */
export const literally = (file: string) => file.replaceAll(/[[*?]/g, (mark) => `[${mark}]`);
