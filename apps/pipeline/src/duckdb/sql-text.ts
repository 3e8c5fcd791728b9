/** A text as an SQL literal. */
export const quotedText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A name as an SQL identifier. */
export const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;
