import type { CustomerTable, TableColumn } from './customer-table.js';

/** A column of few different values: `names[codes[row]]` is the value of a row. */
export interface Categories {
  names: string[];
  codes: Int32Array;
}

/** A column as numbers; what is not a number is NaN. */
export function numbersOf(table: CustomerTable, name: string): Float64Array {
  const column = table.column(name)!;
  const whole = typedValues(column);
  if (whole) return whole instanceof Float64Array ? whole : Float64Array.from(whole);
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < numbers.length; row++) {
    const cell = column.at(row);
    numbers[row] = cell === null || cell === undefined ? NaN : Number(cell);
  }
  return numbers;
}

/** A column as categories, in the order of their first row; blanks are the category `''`. */
export function categoriesOf(table: CustomerTable, name: string): Categories {
  const column = table.column(name)!;
  return dictionaryCategories(column) ?? cellCategories(column);
}

function cellCategories(column: TableColumn): Categories {
  const codes = new Int32Array(column.length);
  const known = new Map<unknown, number>();
  const numbers = typedValues(column);
  for (let row = 0; row < codes.length; row++) {
    const cell = numbers ? numbers[row] : (column.at(row) ?? '');
    let code = known.get(cell);
    if (code === undefined) known.set(cell, (code = known.size));
    codes[row] = code;
  }
  return { names: [...known.keys()].map(String), codes };
}

/** One piece of an Arrow column; `cache` holds the texts of a dictionary, and `values` which of them each row has. */
interface ArrowBatch {
  length: number;
  nullCount: number;
  values?: ArrayLike<number>;
  cache?: ArrayLike<unknown>;
}

const batchesOf = (column: TableColumn) => (column as { data?: readonly ArrowBatch[] }).data;

/** The numbers of an Arrow column without blanks, or of a plain typed array, as they lie in memory. */
function typedValues(column: TableColumn): ArrayLike<number> | undefined {
  const batches = batchesOf(column);
  if (Array.isArray(batches) && !batches.every(({ nullCount, cache }) => nullCount === 0 && !cache))
    return undefined;
  const whole = ArrayBuffer.isView(column) ? column : column.toArray?.();
  return ArrayBuffer.isView(whole) && !(whole instanceof BigInt64Array) && !(whole instanceof BigUint64Array)
    ? (whole as unknown as ArrayLike<number>)
    : undefined;
}

/** Of texts that a file has once each, only those are looked at that some row has. */
function dictionaryCategories(column: TableColumn): Categories | undefined {
  const batches = batchesOf(column);
  if (!Array.isArray(batches)) return undefined;
  const known = new Map<string, number>();
  const codes = new Int32Array(column.length);
  let row = 0;
  for (const { length, nullCount, values, cache } of batches) {
    if (nullCount > 0 || !values || !cache) return undefined;
    const place = new Int32Array(cache.length).fill(-1);
    for (let i = 0; i < length; i++) {
      const key = values[i];
      if (place[key] < 0) place[key] = codeOf(known, String(cache[key] ?? ''));
      codes[row++] = place[key];
    }
  }
  return { names: [...known.keys()], codes };
}

function codeOf(known: Map<string, number>, name: string): number {
  const code = known.get(name) ?? known.size;
  known.set(name, code);
  return code;
}
