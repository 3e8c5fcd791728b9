import { cellText } from './cell-text.js';
import { isBlank } from './is-blank.js';
import { parseLabel } from './parse-label.js';
import { parseNumber, type DecimalMark } from './parse-number.js';
import type { ColumnRole } from './roles.js';
import { readColumn, type TableLike } from './table-like.js';

interface Guess {
  role: ColumnRole;
  /** What such columns are called, in snake case, the likeliest first. */
  names: RegExp[];
  /** Whether a cell may be one of such a column. */
  takes: (cell: unknown, decimal: DecimalMark) => boolean;
  /** What the cells then are. */
  what: string;
}

export interface RoleGuess {
  column: string;
  role: ColumnRole;
  why: string;
}

const who = '(customer|client|user|account|member|subscriber|cust|acct)';
const isAmount = (cell: unknown, decimal: DecimalMark) => parseNumber(cell, decimal) >= 0;
const isShare = (cell: unknown, decimal: DecimalMark) =>
  isAmount(cell, decimal) && parseNumber(cell, decimal) <= 1;

const idNames = [
  RegExp(`^${who}_?(id|no|nr|number|key|code|ref|uuid|guid)$`),
  /^(id|uuid|guid|msisdn)$/,
  /_id$|^id_/,
];

const guesses: Guess[] = [
  {
    role: 'id',
    names: idNames,
    takes: () => true,
    what: 'hardly any two rows share a value',
  },
  {
    role: 'label',
    names: [
      /^(is_|has_)?(churn|churned)$/,
      /^churn_?(label|flag|value|status)$/,
      /^(attrition|attrition_flag)$/,
      /^(is_|has_)?(exited|left|cancell?ed|lapsed|attrited)$/,
      /^(target|label|y)$/,
    ],
    takes: (cell) => parseLabel(cell) !== undefined,
    what: 'its values are yes and no',
  },
  {
    role: 'price',
    names: [
      /^monthly_?(charges?|price|fee|bill|spend|revenue|cost|amount)$/,
      /^(price|mrr|arpu|plan_price|subscription_price|fee)$/,
    ],
    takes: isAmount,
    what: 'its values are numbers of 0 and more',
  },
  {
    role: 'margin',
    names: [
      /^monthly_?(margin|profit|contribution)$/,
      /^(margin|gross_margin|contribution_margin|contribution)$/,
    ],
    takes: isAmount,
    what: 'its values are numbers of 0 and more',
  },
  {
    role: 'tenure',
    names: [
      /^tenure(_?(months?|in_months))?$/,
      /^months_?(active|on_book|as_customer|subscribed)$/,
      /^(account_length|account_age(_months)?)$/,
    ],
    takes: isAmount,
    what: 'its values are numbers of 0 and more',
  },
  {
    role: 'sensitivity',
    names: [/^((discount|price|offer|incentive|promo)_)?sensitivity$/],
    takes: isShare,
    what: 'its values lie in [0, 1]',
  },
  {
    role: 'offer',
    names: [/^offer(_id)?$/, /^(treatment|campaign|arm|incentive)$/],
    takes: () => true,
    what: 'the outcome of an experiment stands beside it',
  },
  {
    role: 'propensity',
    names: [/^propensity(_score)?$/],
    takes: isShare,
    what: 'its values lie in [0, 1]',
  },
  {
    role: 'outcome',
    names: [/^outcome$/, /^(response|retained|stayed|converted|conversion)$/],
    takes: (cell, decimal) => parseLabel(cell) !== undefined || !Number.isNaN(parseNumber(cell, decimal)),
    what: 'an offer stands beside it',
  },
];

/** So large a share of the filled cells must fit; the others are for validation to tell. */
const enough = 0.95;

/** The columns that play a part by their names, and whose cells do not gainsay it. */
export function guessRoles(table: TableLike, names: readonly string[], decimal: DecimalMark): RoleGuess[] {
  const found = new Map<string, RoleGuess>();
  const snakes = names.map((column) => ({ column, name: snakeCase(column) }));
  for (const { role, names: patterns, takes, what } of guesses) {
    const candidates = patterns.flatMap((pattern) => snakes.filter(({ name }) => pattern.test(name)));
    const match = candidates.find(({ column }) => {
      if (found.has(column)) return false;
      const cells = readColumn(table, column);
      return role === 'id' ? isMostlyUnique(cells) : isMostly(cells, (cell) => takes(cell, decimal));
    });
    if (match) found.set(match.column, { column: match.column, role, why: `it is called so, and ${what}` });
  }
  return withoutHalfAnExperiment([...found.values()]);
}

/** Whether a column names customers: by what it is called, and as hardly any two rows share a value. */
export function isIdentifier(column: string, cells: ArrayLike<unknown>): boolean {
  return idNames.some((pattern) => pattern.test(snakeCase(column))) && isMostlyUnique(cells);
}

/** `MonthlyCharges` and `Monthly Charges` are `monthly_charges`, `customerID` is `customer_id`. */
function snakeCase(name: string): string {
  return name
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase();
}

function isMostly(cells: ArrayLike<unknown>, takes: (cell: unknown) => boolean): boolean {
  let filled = 0;
  let taken = 0;
  for (let i = 0; i < cells.length; i++) {
    if (isBlank(cells[i])) continue;
    filled++;
    if (takes(cells[i])) taken++;
  }
  return filled > 0 && taken >= filled * enough;
}

function isMostlyUnique(cells: ArrayLike<unknown>): boolean {
  const ids = new Set(Array.from(cells, cellText));
  return cells.length > 0 && ids.size >= cells.length * enough;
}

/** An offer says nothing without its outcome, nor an outcome without its offer. */
function withoutHalfAnExperiment(found: RoleGuess[]): RoleGuess[] {
  const has = (role: ColumnRole) => found.some((guess) => guess.role === role);
  if (has('offer') && has('outcome')) return found;
  return found.filter(({ role }) => role !== 'offer' && role !== 'outcome' && role !== 'propensity');
}
