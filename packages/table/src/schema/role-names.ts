import { isBlank } from '../cells/is-blank.js';
import { parseLabel } from '../cells/parse-label.js';
import { parseNumber, type DecimalMark } from '../cells/parse-number.js';
import type { ColumnRole } from './roles.js';

/** How a column of a role is known. */
export interface RoleSigns {
  role: ColumnRole;
  /** What such columns are called, in snake case, the likeliest first. */
  names: RegExp[];
  /** Whether a filled cell may be one of such a column. */
  takes: (cell: unknown, decimal: DecimalMark) => boolean;
  /** What the cells then are. */
  what: string;
}

const who = '(customer|client|user|account|member|subscriber|cust|acct)';
const isFilled = (cell: unknown) => !isBlank(cell);
const isLabel = (cell: unknown) => isFilled(cell) && parseLabel(cell) !== undefined;
const isAmount = (cell: unknown, decimal: DecimalMark) => parseNumber(cell, decimal) >= 0;
const isShare = (cell: unknown, decimal: DecimalMark) =>
  isAmount(cell, decimal) && parseNumber(cell, decimal) <= 1;
const isOutcome = (cell: unknown, decimal: DecimalMark) =>
  isLabel(cell) || !Number.isNaN(parseNumber(cell, decimal));

export const roleSigns: readonly RoleSigns[] = [
  {
    role: 'id',
    names: [
      RegExp(`^${who}_?(id|no|nr|number|key|code|ref|uuid|guid)$`),
      /^(id|uuid|guid|msisdn)$/,
      /_id$|^id_/,
    ],
    takes: isFilled,
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
    takes: isLabel,
    what: 'its values are yes and no',
  },
  {
    role: 'price',
    names: [
      /^monthly_?(charges?|price|fee|bill|spend|revenue|cost|amount)$/,
      /^(price|mrr|arpu|plan_price|subscription_price|fee)$/,
    ],
    takes: isAmount,
    what: 'its values are numbers of at least 0',
  },
  {
    role: 'margin',
    names: [
      /^monthly_?(margin|profit|contribution)$/,
      /^(margin|gross_margin|contribution_margin|contribution)$/,
    ],
    takes: isAmount,
    what: 'its values are numbers of at least 0',
  },
  {
    role: 'tenure',
    names: [
      /^tenure(_?(months?|in_months))?$/,
      /^months_?(active|on_book|as_customer|subscribed)$/,
      /^(account_length|account_age(_months)?)$/,
    ],
    takes: isAmount,
    what: 'its values are numbers of at least 0',
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
    takes: isFilled,
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
    takes: isOutcome,
    what: 'an offer stands beside it',
  },
];

/** Whether a role is known by this name, which may be in camel case or have spaces. */
export function isNamedLike(role: ColumnRole, column: string): boolean {
  return roleSigns.some(
    (signs) => signs.role === role && signs.names.some((name) => name.test(snakeCase(column))),
  );
}

/** Those that are named as columns of a role are, the likeliest first. */
export function namedLike({ names }: RoleSigns, columns: readonly string[]): string[] {
  return names.flatMap((name) => columns.filter((column) => name.test(snakeCase(column))));
}

/** `MonthlyCharges` and `Monthly Charges ($)` are `monthly_charges`, `customerID` is `customer_id`. */
export function snakeCase(name: string): string {
  return name
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .toLowerCase();
}
