import type { Cells } from '../block/block.js';
import { kindOfType } from '../duckdb/block-table.js';
import { rowColumn } from '../engine/result-columns.js';
import type { Scorer } from '../engine/policy/scorer.js';
import { sqlTypes } from '../input/plan-columns.js';
import type { TableSource } from '../input/table-source.js';
import type { TableFormat } from '../output/write-blocks.js';
import { decisionColumns } from '../run-folder/result-table.js';
import type { AppraisalSpool } from './appraisal-spool.js';
import type { Decide } from './decide-blocks.js';
import { kept, writeBesideSource } from './write-beside-source.js';

/**
 * Writes a source's rows with what was decided for them.
 *
 * @param file a path that the source's connection may touch.
 * @param isPrescribed whether a row is among the results (default: all are).
 */
export async function writeResults(
  source: TableSource,
  spool: AppraisalSpool,
  scorer: Scorer,
  decide: Decide,
  format: TableFormat,
  file: string,
  isPrescribed?: (row: number) => boolean,
): Promise<void> {
  const types = await sqlTypes(source, source.columns);
  const carried = source.columns.map(({ name, sql }, i) => ({
    name,
    sql: `input.${sql}`,
    kind: kindOfType(types[i]),
  }));
  const isNumbered = scorer.schema.roles.id === undefined;
  const blocks = decidedBlocks(spool, decide, isNumbered, isPrescribed);
  const leading = isNumbered ? [rowColumn] : [];
  await writeBesideSource(source, { name: 'decisions', blocks, carried, leading }, format, file);
}

function* decidedBlocks(
  spool: AppraisalSpool,
  decide: Decide,
  isNumbered: boolean,
  isPrescribed?: (row: number) => boolean,
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
