import type { RoleReason, Schema } from '@clv/table';

import { oneLine } from '../wording/one-line.js';
import { untakenMargins } from '../wording/untaken-margins.js';
import type { Config } from './config.js';
import { parseConfig } from './load-config.js';

/** What a starting config is made from. */
export interface Beginning {
  input: string;
  /** What stands between the cells of a CSV, where the reader had to say it. */
  separator?: string;
  schema: Schema;
  reasons: readonly RoleReason[];
  /** What has to be done about the table before a run takes it. */
  notices: readonly string[];
}

/** A `clv.config.json` to begin with: the roles as guessed, each with its reason, and the defaults that one changes first. */
export function startingConfig({ input, separator, schema, reasons, notices }: Beginning): string {
  const { roles, decimal } = schema;
  const defaults = parseConfig({});
  const roleLines = Object.entries(roles).flatMap(([role, column]) => [
    ...reasonLines(role, reasons),
    `    ${json(role)}: ${json(column)},`,
  ]);
  return [
    '{',
    `  "$schema": "./node_modules/@clv/pipeline/clv.config.schema.json",`,
    `  "input": ${json(input)},`,
    ...(separator === undefined ? [] : [`  "separator": ${json(separator)},`]),
    ...(decimal === defaults.decimal ? [] : [`  "decimal": ${json(decimal)},`]),
    '',
    ...notices.map((notice) => `  // ${oneLine(notice)}`),
    '  // Which column plays which part.',
    '  "roles": {',
    ...roleLines,
    ...hintsAt(roles, reasons),
    '  },',
    '',
    '  // What can be offered: the share of the price taken off, for how many months, what a contact costs, and the share',
    '  // of would-be leavers whom it keeps (an assumption, until an experiment says better).',
    '  "offers": [',
    ...defaults.offers.map(
      (offer) => `    ${json({ ...offer, ...(offer.discount && { months: 12, cost: 0 }) })},`,
    ),
    '  ],',
    '',
    '  // What the offers may cost in all; null is unlimited.',
    `  "budget": ${json(defaults.budget)},`,
    '',
    '  // Over how many months a customer is valued, and inside how many p_churn is the chance of leaving.',
    `  "horizon_months": ${defaults.horizon_months},`,
    `  "window_months": ${defaults.window_months},`,
    `  "annual_discount_rate": ${defaults.annual_discount_rate},`,
    ...labelMeaning(schema, defaults),
    '}',
    '',
  ].join('\n');
}

/** What to fill in where no column was found for a role. */
function hintsAt(roles: Schema['roles'], reasons: readonly RoleReason[]): string[] {
  const doubts = untakenMargins(reasons).map((doubt) => ` (${doubt})`);
  const hints = [
    {
      isMissing: roles.id === undefined,
      why: 'No id was found, the column that names a customer; without one customers go by their row.',
      line: '"id": "",',
    },
    {
      isMissing: roles.label === undefined,
      why: 'No label was found, and a run needs one: the column that says who has churned.',
      line: '"label": "",',
    },
    {
      isMissing: roles.price === undefined,
      why: 'No price was found, and a run needs one: the column that a discount is a share of.',
      line: '"price": "",',
    },
    {
      isMissing: roles.margin === undefined && roles.margin_rate === undefined,
      why: oneLine(`No margin was found${doubts.join('')}. Without one the whole price counts as margin:`),
      line: '"margin_rate": 0.5,',
    },
  ];
  return hints
    .filter(({ isMissing }) => isMissing)
    .flatMap(({ why, line }) => [`    // ${why}`, `    // ${line}`]);
}

/** Survival is learned from tenure, by what the label says of it: the wrong word doubles or halves values. */
const labelMeaning = ({ roles }: Schema, { churn }: Config): string[] =>
  roles.label === undefined || roles.tenure === undefined
    ? []
    : [
        '',
        '  // What label 1 says: left within window_months after the table was taken, or, as "has_left", had left by the end of',
        '  // the tenure. All values rest on it.',
        `  "churn": { "label_means": ${json(churn.label_means)} },`,
      ];

/** A reason of each column, where several have one role; those of the same reason share a line. */
function reasonLines(role: string, reasons: readonly RoleReason[]): string[] {
  const own = reasons.filter((reason) => reason.role === role);
  if (role !== 'exclude')
    return own
      .slice(-1)
      .flatMap(({ column, why, rivals = [] }) => [
        `    // ${role}: ${why}`,
        ...(rivals.length === 0
          ? []
          : [
              `    // ${oneLine(`It could as well be ${rivals.join(', ')}, rather than ${column}: say which is meant.`)}`,
            ]),
      ]);
  const columns = new Map<string, string[]>();
  for (const { column, why } of own) columns.set(why, [...(columns.get(why) ?? []), column]);
  return [...columns].map(([why, names]) => `    // exclude ${oneLine(names.join(', '))}: ${why}`);
}

const json = (value: unknown) => JSON.stringify(value);
