import { isBlank } from '../cells/is-blank.js';
import { isCode } from '../cells/is-code.js';
import { isDated, isInvalidDate } from '../cells/parse-date.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import { featureColumns } from '../schema/feature-columns.js';
import { numberRules } from '../schema/number-rules.js';
import { roleOf } from '../schema/roles.js';
import type { Schema } from '../schema/schema.js';
import { columnNames, readColumn, type TableLike } from '../table-like.js';
import { odd } from '../profile/is-mostly.js';
import { largestFeature } from './check-numbers.js';

/** What the cells of a feature are where they are no levels; a feature of levels has no entry. */
export type FeatureKinds = ReadonlyMap<string, 'number' | 'date'>;

/** Whether a column's cells have to be of the kind of most of them: it is a feature, and no role says what they are. */
export function isJudgedByKind(column: string, features: readonly string[], { roles }: Schema): boolean {
  const role = roleOf(column, roles);
  if (role === 'id' || role === 'label' || (role && numberRules.has(role))) return false;
  return features.includes(column) || (roles.segment_features ?? []).includes(column);
}

/** Finds the kind of each feature of a table that is read in parts, as `validateTable` does for a whole table. */
export class FeatureKindCounts {
  private readonly counts = new Map<string, { numbers: Fit; dates: Fit }>();

  /** @param rows how many there are in all parts together. */
  constructor(
    private readonly schema: Schema,
    private readonly rows: number,
  ) {}

  add(part: TableLike): void {
    const features = featureColumns(part, this.schema);
    for (const name of columnNames(part)) {
      if (!isJudgedByKind(name, features, this.schema)) continue;
      let count = this.counts.get(name);
      if (!count) this.counts.set(name, (count = { numbers: new Fit(this.rows), dates: new Fit(this.rows) }));
      const cells = readColumn(part, name);
      if (!count.numbers.isDecided) addNumbers(count.numbers, cells, this.schema.decimal);
      if (!count.dates.isDecided) addDates(count.dates, cells);
    }
  }

  /** Once every part was added. */
  kinds(): FeatureKinds {
    const kinds = new Map<string, 'number' | 'date'>();
    for (const [name, { numbers, dates }] of this.counts)
      if (numbers.isMost && !numbers.areCodes) kinds.set(name, 'number');
      else if (dates.isMost) kinds.set(name, 'date');
    return kinds;
  }

  /** The features of which some cells are not what the column is, once every part was added. */
  faulty(): string[] {
    const kinds = this.kinds();
    return [...kinds].flatMap(([name, kind]) => {
      const { numbers, dates } = this.counts.get(name)!;
      const fit = kind === 'number' ? numbers : dates;
      return fit.misfits > 0 || fit.isBeyond ? name : [];
    });
  }
}

/** How many of a column's filled cells fit a kind, counted for as long as it may be the kind of most. */
class Fit {
  fitting = 0;
  misfits = 0;
  /** Whether a fitting cell is more than a feature can hold, or a `Date` of no moment. */
  isBeyond = false;
  /** Whether a fitting cell is a code, which is no number. */
  areCodes = false;

  constructor(private readonly rows: number) {}

  get isDecided(): boolean {
    return this.misfits > this.rows * odd;
  }

  get isMost(): boolean {
    return this.fitting > 0 && this.misfits <= (this.fitting + this.misfits) * odd;
  }
}

function addNumbers(fit: Fit, cells: ArrayLike<unknown>, decimal: DecimalMark): void {
  for (let i = 0; i < cells.length && !fit.isDecided; i++) {
    const cell = cells[i];
    const number = typeof cell === 'boolean' ? NaN : parseNumber(cell, decimal);
    if (Number.isNaN(number)) {
      if (!isBlank(cell)) fit.misfits++;
      continue;
    }
    fit.fitting++;
    if (Math.abs(number) > largestFeature) fit.isBeyond = true;
    if (!fit.areCodes && isCode(cell)) fit.areCodes = true;
  }
}

function addDates(fit: Fit, cells: ArrayLike<unknown>): void {
  for (let i = 0; i < cells.length && !fit.isDecided; i++)
    if (isDated(cells[i])) {
      fit.fitting++;
      if (isInvalidDate(cells[i])) fit.isBeyond = true;
    } else if (!isBlank(cells[i])) fit.misfits++;
}
