import { quotedName } from '../duckdb/sql-text.js';

/** `schema.table` as SQL. */
export const tableName = (table: string) => table.split('.').map(quotedName).join('.');
