import { tableFromIPC } from '@uwdata/flechette';
import type { CustomerTable, TableColumn } from './customer-table.js';

/** An Arrow table, as Flechette and Apache Arrow have it. */
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string }[] };
  getChild(name: string): TableColumn | null | undefined;
}

export const isArrowTable = (table: ArrowTable | CustomerTable): table is ArrowTable =>
  typeof table.numRows === 'number';

/** An Arrow table under the names that an Arquero table gives to the same things. */
export function arrowTable(arrow: ArrowTable): CustomerTable {
  const names = arrow.schema.fields.map(({ name }) => name);
  const columns = new Map(names.map((name) => [name, arrow.getChild(name) ?? undefined]));
  return { numRows: () => arrow.numRows, columnNames: () => [...names], column: (name) => columns.get(name) };
}

/** Reads an Arrow file or stream; its numbers are views of the bytes, and its texts are read when they are asked for. */
export const readArrow = (bytes: Uint8Array): CustomerTable =>
  arrowTable(tableFromIPC(bytes, { useDate: true }));
