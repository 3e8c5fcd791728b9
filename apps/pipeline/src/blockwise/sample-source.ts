import { randomSource } from '@clv/contracts';
import { type Schema, readLabels } from '@clv/table';

import { joinColumns } from '../block/join-columns.js';
import { readBlocks } from '../duckdb/read-blocks.js';
import { assertSoundCustomers } from '../engine/assert-sound.js';
import { InputHash } from '../engine/input-hash.js';
import type { Columns } from '../engine/load-customers.js';
import { readMoney } from '../engine/read-money.js';
import { takeRows } from '../engine/take-rows.js';
import type { TableSource } from '../input/table-source.js';
import { withoutId } from './block-schema.js';
import { type CheckedIds, checkIds } from './check-ids.js';
import { planColumns } from '../input/plan-columns.js';
import { RowFaults } from './row-faults.js';

/** A source that was found sound, and a part of its rows in memory. */
export interface SampledSource {
  rows: number;
  /** 1 churned, 0 stayed, -1 not known yet; of all rows. */
  labels: Int8Array;
  /** The rows of the sample, ascending, counted from 0. */
  sampled: Int32Array;
  /** The cells of the sample. */
  columns: Columns;
  /** Of all cells that were read. */
  sha256: string;
}

export interface SampleOptions {
  /** How many rows to draw; of a shorter source all are taken. */
  size: number;
  seed: number;
  /** Rows of a block (default 65,536). */
  blockRows?: number;
  onProgress?(done: number, total: number): void;
}

/** Of the seed's streams of random numbers, the one that draws the sample. */
const stream = 0x5a3b1e;

/**
 * Checks every row of a source, and draws a sample: each set of `size` rows is as likely as any other (Knuth 1969,
 * algorithm S), and the same seed draws the same.
 *
 * @param names the columns to read.
 * @throws InvalidInputError with every fault of the rows.
 */
export async function sampleSource(
  source: TableSource,
  schema: Schema,
  names: readonly string[],
  offers: readonly { id: string }[],
  { size, seed, blockRows, onProgress }: SampleOptions,
): Promise<SampledSource> {
  const { id } = schema.roles;
  // Whoever has looked at every id has counted them.
  const ids: CheckedIds = id === undefined ? { faults: [] } : await checkIds(source, id);
  const rows = ids.rows ?? (await countRows(source));
  const columns = await planColumns(source, names, schema.decimal);
  const random = randomSource(seed, stream);
  const labels = new Int8Array(rows);
  const faults = new RowFaults();
  const hash = new InputHash();
  const sampled = new Int32Array(Math.min(size, rows));
  const parts: Columns[] = [];
  const sound = withoutId(schema);
  let first = 0;
  let drawn = 0;
  for await (const block of readBlocks(source.connection, source.relation, columns, blockRows)) {
    const cells = block.columns as Columns;
    await faults.gather(first, () => {
      assertSoundCustomers(source.name, cells, sound, offers);
      readMoney(source.name, cells, sound);
      labels.set(readLabels(cells, sound), first);
    });
    hash.add(cells);
    const before = drawn;
    for (let row = first; row < first + block.rows; row++)
      if (random() * (rows - row) < sampled.length - drawn) sampled[drawn++] = row;
    const picks = sampled.subarray(before, drawn).map((row) => row - first);
    parts.push(
      Object.fromEntries(Object.entries(cells).map(([name, column]) => [name, takeRows(column, picks)])),
    );
    first += block.rows;
    onProgress?.(first, rows);
  }
  faults.add((await source.unreadable?.()) ?? []);
  faults.add(ids.faults);
  faults.throwIfAny();
  const whole = Object.fromEntries(names.map((name) => [name, joinColumns(parts.map((part) => part[name]))]));
  return { rows, labels, sampled, columns: whole, sha256: hash.digest() };
}

async function countRows({ connection, relation }: TableSource): Promise<number> {
  const reader = await connection.runAndReadAll(`SELECT count(*)::DOUBLE FROM ${relation}`);
  return reader.getRows()[0][0] as number;
}
