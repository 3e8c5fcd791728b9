import { refusal } from '../faults/refusal.js';

/** `duckdb:FILE?table=NAME`: a table of a DuckDB file. */
export function databaseAddress(address: string): { file: string; table: string } {
  const [, file, table] = /^duckdb:([^?]+)\?table=([^&]+)$/.exec(address) ?? [];
  if (file === undefined)
    throw refusal('bad-address', address, `${address}: a table of a DuckDB file is duckdb:FILE?table=NAME`);
  return { file, table };
}
