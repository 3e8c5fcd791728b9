import { scenarioRoles, synthesize } from '@clv/synth';
import { type Roles, inferSchema } from '@clv/table';

import type { Config } from '../config/config.js';
import { readTable } from '../input/read-table.js';

/** Plain columns of equal length; the key order is the column order. */
export type Columns = Record<string, ArrayLike<unknown>>;

/** Customers as they came, before anyone has checked them. */
export interface Customers {
  /** What to call them in messages: the file's name, or `synthetic telco`. */
  name: string;
  columns: Columns;
  rows: number;
  roles: Roles;
  /** The true probability of leaving; only of synthetic customers. */
  truth?: ArrayLike<number>;
  notices: string[];
}

/** Reads the config's input, or makes synthetic customers where it names none. */
export function loadCustomers(config: Config): Promise<Customers> {
  return config.input === undefined ? makeCustomers(config) : readCustomers(config, config.input);
}

async function makeCustomers(config: Config): Promise<Customers> {
  const { customers, scenario } = config.synthetic;
  const table = synthesize({ customers, scenario, seed: config.seed, truth: true });
  const visible = table.columnNames().filter((name) => !name.startsWith('true_'));
  return {
    name: `synthetic ${scenario}`,
    columns: Object.fromEntries(visible.map((name) => [name, table.array(name) as ArrayLike<unknown>])),
    rows: table.numRows(),
    roles: { ...scenarioRoles(scenario), ...config.roles },
    truth: table.array('true_p_churn') as ArrayLike<number>,
    notices: [],
  };
}

async function readCustomers(config: Config, input: string): Promise<Customers> {
  const { name, columns: read, rows } = await readTable(input);
  const columns: Columns = Object.fromEntries(read);
  if (config.roles !== undefined) return { name, columns, rows, roles: config.roles, notices: [] };
  const { schema } = inferSchema(columns);
  return {
    name,
    columns,
    rows,
    roles: schema.roles,
    notices: [`The roles of the columns were guessed: ${spoken(schema.roles)}.`],
  };
}

const spoken = (roles: Roles) =>
  Object.entries(roles)
    .map(([role, column]) => `${role} is ${Array.isArray(column) ? column.join(', ') : column}`)
    .join('; ');
