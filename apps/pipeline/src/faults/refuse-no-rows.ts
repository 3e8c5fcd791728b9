import { refusal } from './refusal.js';

/** Refuses a table that holds nobody. */
export function refuseNoRows(rows: number, name: string): void {
  if (rows === 0) throw refusal('empty-table', name, `${name}: the table has no rows`);
}
