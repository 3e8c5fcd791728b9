import { checkOptions, shapes, type OptionShapes, type Shape } from '@clv/contracts';
import { readOutcomes, readText, rowCount, type DecimalMark, type TableLike } from '@clv/table';

/** Which columns say who took part in an experiment, and what came of it. */
export interface LogColumns {
  /** What came of each customer; blank where it is not known. */
  outcome: string;
  /** What each customer got; blank for those who took no part. */
  offer: string;
  /** Which offer is the absence of one (default `none`). */
  none?: string;
  /** The mark before the decimals of numbers written as text (default '.'). */
  decimal?: DecimalMark;
}

const { exactly, finite, listOf, record, text, whole } = shapes;

export const logShapes: OptionShapes<LogColumns> = {
  outcome: text,
  offer: text,
  none: text,
  decimal: exactly('.', ','),
};

/** Of those who got the same: how many they are, and of how many the outcome is known. */
export interface ArmCount {
  offer: string;
  customers: number;
  known: number;
}

/** How many rows a table has, and who of them took part in its experiment: those without an offer first. */
export interface ExperimentCounts {
  rows: number;
  arms: ArmCount[];
  /** The least and the greatest of the outcomes that are known. */
  range?: [least: number, greatest: number];
}

/** More customers than there are people. */
const most = 1e10;

const arm: Shape = (value, path) => {
  const misshape = record({ offer: text, customers: whole(0, most), known: whole(0, most) })(value, path);
  if (misshape) return misshape;
  const { customers, known } = value as ArmCount;
  return known <= customers
    ? undefined
    : { path: `${path}.known`, fault: `must be at most the ${customers} customers: ${known}` };
};

export const armsShape: Shape = listOf(arm);

export const countsShape: Shape = record(
  { rows: whole(0, most), arms: armsShape },
  { range: listOf(finite, 2) },
);

/** The rows of a table as its experiment sees them. */
export interface LogRows {
  /** What each row got; '' for those who took no part. */
  got: string[];
  /** What came of each row; NaN where it is not known. */
  outcome: Float64Array;
  /** Those who took part, ascending. */
  participants: Int32Array;
  /** Those of them whose outcome is known. */
  known: Int32Array;
  counts: ExperimentCounts;
}

/**
 * Finds the rows of a table that tell of an experiment: an offer, or none, is named there, and an outcome.
 *
 * @throws InvalidInputError with every outcome that is neither blank, a finite number, yes nor no; InvalidOptionError for a column
 *   that is no name.
 */
export function findLogRows(table: TableLike, columns: LogColumns): LogRows {
  checkOptions({ columns }, { columns: record({ outcome: text, offer: text }, logShapes) }, ['columns']);
  return logRows(table, columns, readOutcomes(table, columns.outcome, columns));
}

/** The same before there are outcomes: nobody's is looked for. */
export function findParticipants(table: TableLike, columns: Omit<LogColumns, 'outcome'>): LogRows {
  return logRows(table, columns, new Float64Array(rowCount(table)));
}

function logRows(
  table: TableLike,
  { offer, none = 'none' }: Omit<LogColumns, 'outcome'>,
  outcome: Float64Array,
): LogRows {
  const got = readText(table, offer);
  const rows = Int32Array.from(got.keys());
  const participants = none === '' ? rows : rows.filter((row) => got[row] !== '');
  const known = participants.filter((row) => !Number.isNaN(outcome[row]));
  const arms = new Map<string, ArmCount>();
  let [least, greatest] = [Infinity, -Infinity];
  for (const row of participants) {
    const name = got[row];
    let arm = arms.get(name);
    if (arm === undefined) arms.set(name, (arm = { offer: name, customers: 0, known: 0 }));
    arm.customers++;
    if (Number.isNaN(outcome[row])) continue;
    arm.known++;
    least = Math.min(least, outcome[row]);
    greatest = Math.max(greatest, outcome[row]);
  }
  const counts: ExperimentCounts = {
    rows: got.length,
    arms: inOrder([...arms.values()], none),
    ...(known.length > 0 && { range: [least, greatest] }),
  };
  return { got, outcome, participants, known, counts };
}

/**
 * The counts of parts of a table as those of the whole.
 *
 * @param none what the log calls no offer (default `none`).
 * @throws InvalidOptionError where a part is none.
 */
export function sumCounts(parts: readonly ExperimentCounts[], none = 'none'): ExperimentCounts {
  checkOptions({ parts, none }, { parts: listOf(countsShape), none: text }, ['parts']);
  const arms = new Map<string, ArmCount>();
  for (const { offer, customers, known } of parts.flatMap((part) => part.arms)) {
    const before = arms.get(offer) ?? { customers: 0, known: 0 };
    arms.set(offer, { offer, customers: before.customers + customers, known: before.known + known });
  }
  const ranges = parts.flatMap(({ range }) => (range ? [range] : []));
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    arms: inOrder([...arms.values()], none),
    ...(ranges.length > 0 && {
      range: [
        Math.min(...ranges.map(([least]) => least)),
        Math.max(...ranges.map(([, greatest]) => greatest)),
      ],
    }),
  };
}

/** None first, then by their letters. */
const inOrder = (arms: ArmCount[], none: string) =>
  arms.sort((a, b) => +(b.offer === none) - +(a.offer === none) || (a.offer < b.offer ? -1 : 1));
