import { formatCount } from '@clv/charts';
import { type Fault, InvalidInputError } from '@clv/contracts';
import type { Schema } from '@clv/table';

import type { Config } from '../../config/config.js';
import { countRows } from '../../duckdb/relation.js';
import { type SetAside, allFaults, inOrder, isOfTable } from '../../engine/customers/sound-customers.js';
import { refusal } from '../../faults/refusal.js';
import { withAllCells } from '../../input/all-cells.js';
import type { SourceColumn, TableSource } from '../../input/table-source.js';
import { type Asked, columnsToRead } from '../columns/columns-to-read.js';
import { type SampleOptions, type SampledSource, sampleSource } from './sample-source.js';
import { schemaOfRead } from '../columns/block-schema.js';
import { summaryAt } from '../faults/summary-row.js';
import { suspectIds } from '../faults/suspect-ids.js';
import { SuspectRows } from '../faults/suspect-rows.js';
import { tellFaults } from '../faults/tell-faults.js';

/** A source whose rows are sound except those that it leaves out, and a sample of them. */
export interface SoundSource extends SetAside {
  source: TableSource;
  /** What the columns mean that were read of it. */
  schema: Schema;
  sample: SampledSource;
}

/** At most this many rows with faults are reported of a refused input; a table with more has one cause. */
const mostTold = 10_000;

/**
 * Finds every fault of a source's rows at once, and samples it. Rows with faults are left out where the config names a
 * file for them, as `soundCustomers` sets them aside; so many of them are held in memory as customers are.
 *
 * @throws InvalidInputError that lists all faults.
 */
export async function soundSource(
  given: TableSource,
  schema: Schema,
  config: Config,
  options: Omit<SampleOptions, 'rows'>,
): Promise<SoundSource> {
  const names = columnsToRead(given, schema, config);
  const asked = { names, schema: schemaOfRead(schema, names, given.columns), config };
  const most = config.rejects === undefined ? mostTold : config.fit_rows;
  let suspects = new SuspectRows(most);
  const all = withAllCells(given);
  const id = all.columns.find(({ name }) => name === schema.roles.id);
  const { rows, ...looked } = await lookAtIds(all, id, suspects);
  let { sums } = looked;
  let last = rows - 1;
  const unreadable = (await given.unreadable?.()) ?? [];
  const whole = unreadable.length > 0 ? all : given;
  const input = { unreadable, linesOf: given.linesOf };
  const told: Fault[] = [];
  let leftOut = new Int32Array();
  for (;;) {
    const source = { ...whole, leftOut };
    const left = rows - leftOut.length;
    const { sample, ofTable, isSound } = await sampleSource(source, asked, suspects, {
      ...options,
      rows: left,
    });
    refuseMany(suspects, unreadable.length, config);
    const ofRows = suspects.size > 0 ? await tellFaults(source, asked, sample.kinds, suspects.toArray()) : [];
    const found = [
      ...sums,
      ...(left === 0 ? faultsOfNoRows(source, asked) : ofTable),
      ...(ofTable.some(({ rule }) => rule === 'no-labels')
        ? ofRows.filter(({ rule }) => rule !== 'not-a-label')
        : ofRows),
    ];
    told.push(...found);
    const isRefused =
      config.rejects === undefined ? found.length + unreadable.length > 0 : found.some(isOfTable);
    if (isRefused) throw new InvalidInputError([...distinct(await inOrder(input, told)), ...more(suspects)]);
    if (found.length === 0) {
      if (!isSound) throw new Error(`${source.name}: rows have faults that cannot be told`);
      const rejected = leftOut.length + unreadable.length;
      return { source, schema: asked.schema, sample, rejects: await inOrder(input, told), rejected };
    }
    leftOut = Int32Array.from([...leftOut, ...new Set(found.map(({ row }) => row! - 1))]).sort();
    suspects = new SuspectRows(most);
    const kept = lastKept(leftOut, last);
    sums = kept < last && id ? await summaryAt(all, id, kept) : [];
    last = kept;
  }
}

/** The last row, up to the given one, that is not left out. */
function lastKept(leftOut: Int32Array, last: number): number {
  for (let i = leftOut.length - 1; leftOut[i] >= last; i--) if (leftOut[i] === last) last--;
  return last;
}

/** Counts the rows that can be read, and looks at their ids. */
async function lookAtIds(source: TableSource, id: SourceColumn | undefined, suspects: SuspectRows) {
  if (id !== undefined) return suspectIds(source, id, suspects);
  return { rows: await countRows(source.connection, source.relation), sums: [] };
}

/** What is wrong with a table of which no row is left. */
function faultsOfNoRows({ name }: TableSource, { schema, names, config }: Asked) {
  const columns = Object.fromEntries(names.map((column) => [column, []]));
  return allFaults({ name, columns, rows: 0, schema, notices: [], unreadable: [] }, config).found;
}

/** Rows that are set aside are held in memory, with what is said of them. */
function refuseMany({ size, beyond }: SuspectRows, unreadable: number, { rejects, fit_rows }: Config): void {
  if (rejects === undefined || size + beyond + unreadable <= fit_rows) return;
  throw refusal(
    'many-faults',
    'rejects',
    `rejects: more rows have faults, or share an id, than are held in memory (fit_rows, ${formatCount(fit_rows)}); so many usually have one cause, which clv run without --rejects reports`,
  );
}

/** What is said of the table is said once. */
function distinct(faults: readonly Fault[]): Fault[] {
  const said = new Set<string>();
  return faults.filter((fault) => !isOfTable(fault) || (!said.has(fault.message) && said.add(fault.message)));
}

const more = ({ beyond }: SuspectRows): Fault[] =>
  beyond === 0
    ? []
    : [{ rule: 'many-faults', message: `and more in up to ${formatCount(beyond)} other rows` }];
