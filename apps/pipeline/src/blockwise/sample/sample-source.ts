import type { Fault } from '@clv/contracts';
import {
  FeatureKindCounts,
  type FeatureKinds,
  LabelCounts,
  type Schema,
  defineSchema,
  validateTable,
} from '@clv/table';
import { type ExperimentCounts, sumCounts } from '@clv/uplift';

import type { Columns } from '../../block/block.js';
import { joinColumns } from '../../block/join-columns.js';
import { readBlocks } from '../../duckdb/read-blocks.js';
import { InputHash } from '../../engine/customers/load/input-hash.js';
import {
  type LabelsAndOutcomes,
  sumComparisons,
} from '../../engine/customers/notices/labels-and-outcomes.js';
import { allFaults } from '../../engine/customers/sound-customers.js';
import { packIds } from '../../engine/customers/load/with-packed-ids.js';
import { takeTableRows } from '../../block/take-rows.js';
import { planColumns } from '../../input/plan-columns.js';
import type { TableSource } from '../../input/table-source.js';
import { withoutId } from '../columns/block-schema.js';
import type { Asked } from '../columns/columns-to-read.js';
import { SuspectRows } from '../faults/suspect-rows.js';
import { RowDraw } from './row-draw.js';

/** What was read of all rows of a source, and a part of them in memory. */
export interface SampledSource {
  rows: number;
  /** 1 churned, 0 stayed, -1 not known yet; of all rows. */
  labels: Int8Array;
  /** The rows of the sample, ascending, counted from 0. */
  sampled: Int32Array;
  /** The cells of the sample. */
  columns: Columns;
  /** What the features of all rows are. */
  kinds: FeatureKinds;
  /** Who took part in the experiment of all rows, where there is one, and of how many the outcome is known. */
  experiment?: ExperimentCounts;
  /** What the outcomes of all rows say compared with the labels. */
  compared?: LabelsAndOutcomes;
  /** Of all cells that were read. */
  sha256: string;
}

export interface SampleOptions {
  /** How many rows there are. */
  rows: number;
  /** Rows of a block (default 65,536). */
  blockRows?: number;
  onProgress?(done: number, total: number): void;
}

/**
 * Looks at every row of a source, and draws a sample of `fit_rows` rows. Ids are not looked at, which is a question to all
 * rows at once.
 *
 * @param suspects takes the rows with faults.
 * @returns the sample, the faults of the table as a whole, and whether there are none nor any of rows.
 */
export async function sampleSource(
  source: TableSource,
  { names, schema, config }: Asked,
  suspects: SuspectRows,
  { rows, blockRows, onProgress }: SampleOptions,
): Promise<{ sample: SampledSource; ofTable: Fault[]; isSound: boolean }> {
  const { connection, relation, leftOut, name } = source;
  const { id, offer } = schema.roles;
  const columns = await planColumns(source, names, schema.decimal, [id, offer]);
  const sound = withoutId(schema);
  const counts = new FeatureKindCounts(sound, rows);
  const labelCounts = new LabelCounts(sound);
  const mislabelled = new SuspectRows(config.fit_rows);
  const ofTable = new Map<string, Fault>();
  const labels = new Int8Array(rows);
  const hash = new InputHash();
  const draw = new RowDraw(config.fit_rows, rows, config.seed);
  const parts: Columns[] = [];
  const experiments: ExperimentCounts[] = [];
  const comparisons: LabelsAndOutcomes[] = [];
  let isSound = true;
  let first = 0;
  for await (const block of readBlocks(connection, relation, columns, blockRows, leftOut)) {
    const cells = block.columns;
    const customers = { name, columns: cells, rows: block.rows, schema: sound, notices: [], unreadable: [] };
    // What its features are is only known when all rows were seen.
    const { found, checked } = allFaults({ ...customers, kinds: new Map() }, config);
    for (const fault of found)
      if (fault.row === undefined) ofTable.set(fault.message, fault);
      else (fault.rule === 'not-a-label' ? mislabelled : suspects).add(first + fault.row - 1);
    if (checked) labels.set(checked.labels, first);
    else {
      isSound = false;
      labels.fill(-1, first, first + block.rows);
      labelCounts.add(cells);
    }
    if (checked?.experiment) experiments.push(checked.experiment);
    if (checked?.compared) comparisons.push(checked.compared);
    counts.add(cells);
    hash.add(cells);
    parts.push(packIds(takeTableRows(cells, draw.next(block.rows)), id));
    first += block.rows;
    onProgress?.(first, rows);
  }
  const noLabels = labelCounts.fault(labels.reduce((sum, label) => sum + Number(label >= 0), 0));
  if (noLabels === undefined) suspects.addAll(mislabelled);
  else ofTable.set(noLabels.rule, { ...noLabels, message: `${name}: ${noLabels.message}` });
  const kinds = counts.kinds();
  const faulty = counts.faulty();
  await suspectFeatures(source, faulty, kinds, schema.decimal, suspects);
  const joined = names.map((column) => [column, joinColumns(parts.map((part) => part[column]))]);
  const sample = {
    rows,
    labels,
    sampled: draw.drawn,
    columns: Object.fromEntries(joined),
    kinds,
    experiment: experiments.length > 0 ? sumCounts(experiments) : undefined,
    compared: sumComparisons(comparisons),
    sha256: hash.digest(),
  };
  return { sample, ofTable: [...ofTable.values()], isSound: isSound && faulty.length === 0 };
}

/** Finds the rows in which cells of features are not what the column is. */
async function suspectFeatures(
  source: TableSource,
  features: string[],
  kinds: FeatureKinds,
  decimal: Schema['decimal'],
  suspects: SuspectRows,
): Promise<void> {
  if (features.length === 0) return;
  const columns = await planColumns(source, features, decimal);
  const schema = defineSchema({ features }, { decimal });
  let first = 0;
  for await (const block of readBlocks(
    source.connection,
    source.relation,
    columns,
    undefined,
    source.leftOut,
  )) {
    for (const { row } of validateTable(block.columns, schema, { kinds }).faults)
      suspects.add(first + row! - 1);
    first += block.rows;
  }
}
