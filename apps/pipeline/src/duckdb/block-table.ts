import type { DuckDBConnection, DuckDBDataChunk, DuckDBType, DuckDBValue } from '@duckdb/node-api';

/** A run of rows as columns of equal length; numbers in typed arrays, where NaN is missing. */
export interface Block {
  rows: number;
  columns: Readonly<Record<string, ArrayLike<unknown>>>;
}

/** What a column of blocks is in SQL: VARCHAR, DOUBLE or INTEGER. */
export type ColumnKind = 'text' | 'double' | 'integer';

/**
 * Makes blocks of rows readable in SQL as `FROM name()`, drawn one after another as DuckDB asks for them, so that a
 * table of any length passes through constant memory. Every block has the columns of the first.
 *
 * @returns the kind of each column, in order.
 */
export async function registerBlocks(
  connection: DuckDBConnection,
  name: string,
  blocks: Iterable<Block>,
): Promise<ReadonlyMap<string, ColumnKind>> {
  const { DOUBLE, DuckDBTableFunction, INTEGER, VARCHAR } = await import('@duckdb/node-api');
  const types: Readonly<Record<ColumnKind, DuckDBType>> = { text: VARCHAR, double: DOUBLE, integer: INTEGER };
  const upcoming = blocks[Symbol.iterator]();
  const first = upcoming.next();
  if (first.done) throw new RangeError(`${name}: a table of no blocks has no columns`);
  const kinds = kindsOf(first.value);
  const reading = { block: first.value as Block | undefined, offset: 0 };

  connection.registerTableFunction(
    DuckDBTableFunction.create({
      name,
      bindFunction: (info) => kinds.forEach((kind, column) => info.addResultColumn(column, types[kind])),
      initFunction: (info) => info.setMaxThreads(1),
      mainFunction: (_, chunk) => {
        if (reading.block !== undefined && reading.offset === reading.block.rows) {
          const next = upcoming.next();
          reading.block = next.done ? undefined : next.value;
          reading.offset = 0;
        }
        if (reading.block === undefined) chunk.rowCount = 0;
        else reading.offset += fillChunk(chunk, reading.block, reading.offset, kinds);
      },
    }),
  );
  return kinds;
}

/** DuckDB's vectors hold as many rows. */
const chunkRows = 2048;

function fillChunk(
  chunk: DuckDBDataChunk,
  block: Block,
  offset: number,
  kinds: ReadonlyMap<string, ColumnKind>,
): number {
  const rows = Math.min(chunkRows, block.rows - offset);
  chunk.rowCount = rows;
  let column = 0;
  for (const [name, kind] of kinds) {
    const cells = block.columns[name];
    const value = kind === 'text' ? textValue : numberValue;
    const vector = chunk.getColumnVector(column++) as {
      setItem(row: number, value: DuckDBValue): void;
      flush(): void;
    };
    for (let row = 0; row < rows; row++) vector.setItem(row, value(cells[offset + row]));
    vector.flush();
  }
  return rows;
}

const numberValue = (cell: unknown): DuckDBValue => (Number.isNaN(cell) ? null : (cell as number));

function textValue(cell: unknown): DuckDBValue {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return null;
  return cell instanceof Date ? cell.toISOString() : String(cell);
}

/** The kind of each column of a block, in order. */
export const kindsOf = ({ columns }: Block): ReadonlyMap<string, ColumnKind> =>
  new Map(Object.entries(columns).map(([column, cells]) => [column, kindOf(cells)]));

function kindOf(cells: ArrayLike<unknown>): ColumnKind {
  if (cells instanceof Float64Array || cells instanceof Float32Array) return 'double';
  if (cells instanceof Int32Array || cells instanceof Uint8Array) return 'integer';
  return 'text';
}
