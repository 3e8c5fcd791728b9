import type { Cells } from '../../block/block.js';
import { kindOfType } from '../../duckdb/block-table.js';
import type { IsPrescribed } from '../../engine/customers/prescribed-among.js';
import { rowColumn } from '../../engine/customers/result-columns.js';
import { beyondDouble, sqlTypes } from '../../input/plan-columns.js';
import type { TableFormat } from '../../output/tables/table-format.js';
import { decisionColumns } from '../../run-folder/results/result-table.js';
import type { DecidedSource } from './decide-blocks.js';
import { type CarriedColumn, kept, writeBesideSource } from './write-beside-source.js';

/** Whether a row is among the results. */
interface ResultsFile {
  /** A path that the source's connection may touch. */
  path: string;
  format: TableFormat;
  /** Default: all are. */
  isPrescribed?: IsPrescribed;
}

/** Writes a source's rows with what was decided for them. */
export async function writeResults(
  { source, scorer, ...decided }: DecidedSource,
  { path, format, isPrescribed }: ResultsFile,
): Promise<void> {
  const types = await sqlTypes(source, source.columns);
  // Parquet has no whole numbers of 128 bits: DuckDB writes them as doubles.
  const long = await beyondDouble(
    source,
    source.columns.filter((_, i) => /HUGEINT$/.test(types[i])),
  );
  const carried = source.columns.map(({ name, sql }, i): CarriedColumn => {
    if (long.has(name)) return { name, sql: `CAST(input.${sql} AS VARCHAR)`, kind: 'text' };
    const [carriedAs, type] = [`input.${sql}`, types[i]];
    const cell = format.cell(carriedAs, type);
    return { name, sql: cell, kind: cell === carriedAs ? kindOfType(type) : 'text' };
  });
  const isNumbered = scorer.schema.roles.id === undefined;
  const blocks = decidedBlocks(decided, isNumbered, isPrescribed);
  const leading = isNumbered ? [rowColumn] : [];
  await writeBesideSource(source, { name: 'decisions', blocks, carried, leading }, format, path);
}

function* decidedBlocks(
  { spool, decide }: Pick<DecidedSource, 'spool' | 'decide'>,
  isNumbered: boolean,
  isPrescribed?: IsPrescribed,
) {
  for (const block of spool.read()) {
    const { first, rows } = block;
    const columns: Record<string, Cells> = decisionColumns(decide(block));
    if (isNumbered) columns[rowColumn] = Int32Array.from({ length: rows }, (_, i) => first + i + 1);
    if (isPrescribed)
      columns[kept] = Int32Array.from({ length: rows }, (_, i) => Number(isPrescribed(first + i)));
    yield { rows, columns };
  }
}
