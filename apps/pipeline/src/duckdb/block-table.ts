import type { DuckDBConnection, DuckDBDataChunk, DuckDBType, DuckDBValue } from '@duckdb/node-api';

/** A run of rows as columns of equal length; numbers in typed arrays, where NaN is missing. */
export interface Block {
  rows: number;
  columns: Readonly<Record<string, ArrayLike<unknown>>>;
}

/**
 * Makes blocks of rows readable in SQL as `FROM name()`, drawn one after another as DuckDB asks for them, so that a
 * table of any length passes through constant memory. Every block has the columns of the first.
 */
export async function registerBlocks(
  connection: DuckDBConnection,
  name: string,
  blocks: Iterable<Block>,
): Promise<void> {
  const { DuckDBTableFunction } = await import('@duckdb/node-api');
  const upcoming = blocks[Symbol.iterator]();
  const first = upcoming.next();
  if (first.done) throw new RangeError(`${name}: a table of no blocks has no columns`);
  const types = await columnTypes(first.value);
  const reading = { block: first.value as Block | undefined, offset: 0 };

  connection.registerTableFunction(
    DuckDBTableFunction.create({
      name,
      bindFunction: (info) => types.forEach((type, column) => info.addResultColumn(column, type)),
      initFunction: (info) => info.setMaxThreads(1),
      mainFunction: (_, chunk) => {
        if (reading.block !== undefined && reading.offset === reading.block.rows) {
          const next = upcoming.next();
          reading.block = next.done ? undefined : next.value;
          reading.offset = 0;
        }
        if (reading.block === undefined) chunk.rowCount = 0;
        else reading.offset += fillChunk(chunk, reading.block, reading.offset, [...types.keys()]);
      },
    }),
  );
}

/** DuckDB's vectors hold as many rows. */
const chunkRows = 2048;

function fillChunk(chunk: DuckDBDataChunk, block: Block, offset: number, names: readonly string[]): number {
  const rows = Math.min(chunkRows, block.rows - offset);
  chunk.rowCount = rows;
  names.forEach((name, c) => {
    const cells = block.columns[name];
    const vector = chunk.getColumnVector(c) as {
      setItem(row: number, value: DuckDBValue): void;
      flush(): void;
    };
    for (let row = 0; row < rows; row++) vector.setItem(row, cellValue(cells[offset + row]));
    vector.flush();
  });
  return rows;
}

const cellValue = (cell: unknown): DuckDBValue =>
  cell === undefined || Number.isNaN(cell) ? null : (cell as DuckDBValue);

async function columnTypes({ columns }: Block): Promise<Map<string, DuckDBType>> {
  const { DOUBLE, INTEGER, UTINYINT, VARCHAR } = await import('@duckdb/node-api');
  const typeOf = (cells: ArrayLike<unknown>) => {
    if (cells instanceof Float64Array || cells instanceof Float32Array) return DOUBLE;
    if (cells instanceof Int32Array) return INTEGER;
    if (cells instanceof Uint8Array) return UTINYINT;
    return VARCHAR;
  };
  return new Map(Object.entries(columns).map(([name, cells]) => [name, typeOf(cells)]));
}
