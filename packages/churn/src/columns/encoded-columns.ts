import { type ColumnEncoding, type Encoding } from '@clv/table';

/** A column of the table, and where its features lie in a row of the matrix. */
export interface EncodedColumn {
  name: string;
  encoding: ColumnEncoding;
  start: number;
  end: number;
}

/** One feature a level for one-hot columns, one for all others, in the matrix's order. */
export function encodedColumns({ columns }: Encoding): EncodedColumn[] {
  let end = 0;
  return columns.map((encoding) => {
    const start = end;
    end += encoding.kind === 'one-hot' ? encoding.levels.length : 1;
    return { name: encoding.column, encoding, start, end };
  });
}
