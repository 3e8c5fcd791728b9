/** A text as an SQL literal. */
export const quotedText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A name as an SQL identifier. */
export const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** `schema.table` as SQL. */
export const tableName = (table: string) => table.split('.').map(quotedName).join('.');

/** A file's name as a glob that matches it alone, since every function that reads files takes globs. */
export const literally = (file: string) => file.replaceAll(/[[*?]/g, (mark) => `[${mark}]`);
