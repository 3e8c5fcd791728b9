import { readBlocks } from '../../duckdb/read-blocks.js';
import { type HeldOut, prepareAppraisal } from '../../engine/policy/appraise.js';
import { refuseFaults } from '../../faults/refuse-faults.js';
import { faultsOfNames } from '../../engine/customers/result-columns.js';
import type { Scorer } from '../../engine/policy/scorer.js';
import { unknownColumns } from '../../engine/customers/unknown-columns.js';
import { withAllCells } from '../../input/all-cells.js';
import type { TableSource } from '../../input/table-source.js';
import type { AppraisalSpool } from './appraisal-spool.js';
import { blockSchema } from '../columns/block-schema.js';
import { checkIds } from '../faults/check-ids.js';
import { planColumns } from '../../input/plan-columns.js';
import { RowFaults } from '../faults/row-faults.js';
import { askedColumns, scoringColumns } from '../columns/scoring-columns.js';

export interface AppraiseOptions {
  /** What is known of a span of rows from models that have not seen their outcomes. */
  heldOut?(first: number, rows: number): HeldOut;
  /** Whether the source was found sound before (default false: rows and ids are looked at). */
  isSound?: boolean;
  /** Rows of a block (default 65,536). */
  blockRows?: number;
  onProgress?(rows: number): void;
  signal?: AbortSignal;
}

/**
 * Appraises every row of a source, block by block, into a spool. Of the source it reads the columns that the models and
 * the money are made from, and no others.
 *
 * @throws InvalidInputError with every fault of the rows, counted over all blocks.
 */
export async function appraiseSource(
  scorer: Scorer,
  source: TableSource,
  spool: Pick<AppraisalSpool, 'add'>,
  { heldOut, isSound = false, blockRows, onProgress, signal }: AppraiseOptions = {},
): Promise<void> {
  const names = scoringColumns(scorer);
  if (!isSound) {
    const there = source.columns.map(({ name }) => name);
    refuseFaults(source.name, [
      ...faultsOfNames(there, scorer.offers, scorer.schema.roles.id),
      ...unknownColumns(askedColumns(scorer), there),
    ]);
  }
  const columns = await planColumns(source, names, scorer.schema.decimal);
  const schema = blockSchema(scorer.schema, names);
  const appraise = await (isSound ? prepareAppraisal(scorer, () => {}) : prepareAppraisal(scorer));
  const faults = new RowFaults();
  let first = 0;
  const { connection, relation, leftOut } = isSound ? source : withAllCells(source);
  for await (const block of readBlocks(connection, relation, columns, blockRows, leftOut)) {
    signal?.throwIfAborted();
    const { rows } = block;
    const known = heldOut?.(first, rows);
    const appraisal = await faults.gather(first, () => appraise(source.name, block.columns, schema, known));
    if (appraisal !== undefined && faults.isEmpty) spool.add(appraisal);
    first += rows;
    onProgress?.(first);
  }
  if (!isSound) {
    faults.add((await source.unreadable?.()) ?? []);
    const { id } = scorer.schema.roles;
    if (id !== undefined) faults.add(await checkIds(source, id));
  }
  faults.throwIfAny();
}
