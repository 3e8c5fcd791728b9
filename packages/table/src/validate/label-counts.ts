import type { Fault } from '@clv/contracts';
import { parseLabel } from '../cells/parse-label.js';
import { isMostly } from '../profile/is-mostly.js';
import { namedLike, roleSigns } from '../schema/role-names.js';
import type { Schema } from '../schema/schema.js';
import { readColumn, type TableLike } from '../table-like.js';
import { checkLabels, listValues, spellings } from './check-labels.js';
import { readableColumns } from './readable-columns.js';

/** So many values are remembered; the cells of all are counted. */
const mostValues = 10_000;

/** Finds out of a table that is read in parts whether the column of its labels is one, as `validateTable` does of a whole table. */
export class LabelCounts {
  private readonly values = new Map<unknown, boolean>();
  private readable = 0;
  private others = 0;
  private first?: TableLike;

  constructor(private readonly schema: Schema) {}

  add(part: TableLike): void {
    const { label } = this.schema.roles;
    if (label === undefined) return;
    this.first ??= part;
    const cells = readColumn(part, label);
    for (let i = 0; i < cells.length; i++) this.count(cells[i]);
  }

  /**
   * The fault of a column of which fewer than half of the filled cells are labels: then it is another that was meant.
   *
   * @param known how many cells there are besides, of parts that were not added, that are labels (default 0).
   */
  fault(known = 0): Fault | undefined {
    const { readable, others } = this;
    if (this.first === undefined || others <= readable + known) return undefined;
    const column = this.schema.roles.label!;
    const likely = likelyLabel(this.first, column);
    const hint = likely === undefined ? '' : `; ${likely} looks like one`;
    const held = listValues([...this.values.keys()]);
    const all = others + readable + known;
    const which = all === 1 ? 'its one filled cell is' : `${others} of its ${all} filled cells are`;
    const message =
      `${column} does not hold labels: ${which} neither yes nor no ` +
      `(${held}); a label is ${spellings}, and blank for a current customer${hint}`;
    return { rule: 'no-labels', message, column, path: 'roles.label' };
  }

  private count(cell: unknown): void {
    const isLabel = this.values.get(cell) ?? this.meet(cell);
    if (!isLabel) this.others++;
    else if (parseLabel(cell) !== -1) this.readable++;
  }

  private meet(cell: unknown): boolean {
    const isLabel = parseLabel(cell) !== undefined;
    if (this.values.size < mostValues) this.values.set(cell, isLabel);
    return isLabel;
  }
}

/** The fault of a label column that is none, else every cell of it that is no label. */
export function checkAllLabels(table: TableLike, schema: Schema): Fault[] {
  const label = schema.roles.label!;
  const faults = checkLabels(readColumn(table, label), label);
  if (faults.length === 0) return [];
  const counts = new LabelCounts(schema);
  counts.add(table);
  const wrong = counts.fault();
  return wrong === undefined ? faults : [wrong];
}

/** The column that is named as labels are and holds some, or the only other one that does. */
function likelyLabel(table: TableLike, label: string): string | undefined {
  const signs = roleSigns.find(({ role }) => role === 'label')!;
  const candidates = readableColumns(table).filter(
    (name) => name !== label && isMostly(readColumn(table, name), (cell) => signs.takes(cell, '.')),
  );
  return namedLike('label', candidates)[0]?.[0] ?? (candidates.length === 1 ? candidates[0] : undefined);
}
