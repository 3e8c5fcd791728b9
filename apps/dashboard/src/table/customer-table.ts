/** A column as tables of any make have it. */
export interface TableColumn {
  readonly length: number;
  at(row: number): unknown;
  toArray?(): unknown;
}

/** What is asked of a table of customers; an Arquero table is one, and an Arrow table becomes one by `arrowTable`. */
export interface CustomerTable {
  numRows(): number;
  columnNames(): string[];
  column(name: string): TableColumn | undefined;
}

/** An Arquero table may hide rows, or keep their order separately; then it is made plain. */
export function plainTable(table: CustomerTable): CustomerTable {
  const { isFiltered, isOrdered, reify } = table as Partial<ArqueroTable>;
  return isFiltered?.call(table) || isOrdered?.call(table) ? reify!.call(table) : table;
}

interface ArqueroTable {
  isFiltered(): boolean;
  isOrdered(): boolean;
  reify(): CustomerTable;
}
