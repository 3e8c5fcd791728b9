import type { ColumnTable } from 'arquero';

/** A column of few different values: `names[codes[row]]` is the value of a row. */
export interface Categories {
  names: string[];
  codes: Int32Array;
}

/** A column as numbers; what is not a number is NaN. */
export function numbersOf(table: ColumnTable, name: string): Float64Array {
  const column = table.column(name)!;
  const whole: unknown = column.toArray?.();
  if (whole instanceof Float64Array) return whole;
  return Float64Array.from({ length: column.length }, (_, row) => {
    const cell = column.at(row) as unknown;
    return cell === null || cell === undefined ? NaN : Number(cell);
  });
}

/** A column as categories, in the order of their first row; blanks are the category `''`. */
export function categoriesOf(table: ColumnTable, name: string): Categories {
  const cells = table.column(name)!;
  const codes = new Int32Array(cells.length);
  const known = new Map<unknown, number>();
  for (let row = 0; row < codes.length; row++) {
    const cell = cells.at(row) ?? '';
    let code = known.get(cell);
    if (code === undefined) known.set(cell, (code = known.size));
    codes[row] = code;
  }
  return { names: [...known.keys()].map(String), codes };
}
