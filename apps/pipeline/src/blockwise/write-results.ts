import type { Cells } from '../block/block.js';
import { type ColumnKind, kindOfType, registerBlocks } from '../duckdb/block-table.js';
import { quotedName, quotedText } from '../duckdb/sql-text.js';
import { decided } from '../engine/decided.js';
import type { Scorer } from '../engine/scorer.js';
import type { TableSource } from '../input/table-source.js';
import type { TableFormat } from '../output/write-blocks.js';
import { decisionColumns } from '../run-folder/result-table.js';
import type { AppraisalSpool, SpooledBlock } from './appraisal-spool.js';
import { sqlTypes } from '../input/plan-columns.js';

/** Who gets what in a block. */
export type Choose = (block: SpooledBlock) => Int32Array;

/**
 * Writes a source's rows with what was decided for them. DuckDB carries the rows' own columns from the source to the
 * file; they never come into our memory.
 *
 * @param file a path that the source's connection may touch.
 * @param isPrescribed whether a row is among the results (default: all are).
 */
export async function writeResults(
  source: TableSource,
  spool: AppraisalSpool,
  scorer: Scorer,
  choose: Choose,
  { options, select }: TableFormat,
  file: string,
  isPrescribed?: (row: number) => boolean,
): Promise<void> {
  const { connection, relation, columns } = source;
  const decisions = await registerBlocks(
    connection,
    'decisions',
    decidedBlocks(spool, scorer, choose, isPrescribed),
  );
  const types = await sqlTypes(source, columns);
  const id = scorer.schema.roles.id === undefined ? [['row', 'integer'] as const] : [];
  const kinds = new Map<string, ColumnKind>([
    ...id,
    ...columns.map(({ name }, i): [string, ColumnKind] => [name, kindOfType(types[i])]),
    ...[...decisions].filter(([name]) => name !== kept && name !== 'row'),
  ]);
  const own = columns.map(({ name, sql }) => `input.${sql} AS ${quotedName(name)}`);
  const found = [...decisions.keys()].map((name) => `decisions.${quotedName(name)}`);
  const joined = `SELECT ${[...own, ...found].join(', ')} FROM ${relation} AS input POSITIONAL JOIN decisions() AS decisions`;
  const where = isPrescribed === undefined ? '' : ` WHERE ${quotedName(kept)} = 1`;
  const list = [...kinds.keys()].map(quotedName).join(', ');
  await connection.run(
    `COPY (${select(`(SELECT ${list} FROM (${joined})${where})`, kinds)}) TO ${quotedText(file)} (${options}, USE_TMP_FILE false)`,
  );
}

/** Marks the rows that are among the results; no column of theirs may have the name. */
const kept = '\u0001kept';

function* decidedBlocks(
  spool: AppraisalSpool,
  scorer: Scorer,
  choose: Choose,
  isPrescribed?: (row: number) => boolean,
) {
  for (const block of spool.read()) {
    const { first, rows } = block;
    const columns: Record<string, Cells> = decisionColumns(decided(scorer, block, choose(block)));
    if (scorer.schema.roles.id === undefined)
      columns.row = Int32Array.from({ length: rows }, (_, i) => first + i + 1);
    if (isPrescribed)
      columns[kept] = Int32Array.from({ length: rows }, (_, i) => Number(isPrescribed(first + i)));
    yield { rows, columns };
  }
}
