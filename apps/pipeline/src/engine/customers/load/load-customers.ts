import type { Fault } from '@clv/contracts';
import { scenarioRoles } from '@clv/synth';
import { type FeatureKinds, type Schema, defineSchema, inferSchema } from '@clv/table';

import type { Columns } from '../../../block/block.js';
import { withCodesTold } from '../../../block/texts/code-few-texts.js';
import type { Config } from '../../../config/config.js';
import type { InputTable } from '../../../input/input-table.js';
import { readRows } from '../../../input/read-table.js';
import { guessNotices } from '../notices/guess-notices.js';
import { plainCells } from './plain-cells.js';
import { synthesizeBeside } from './synthesize-beside.js';
import { withPackedIds } from './with-packed-ids.js';

/** The true probabilities of synthetic customers, one entry a customer. */
export interface Truth {
  /** Of leaving when nothing is done. */
  pChurn: Float64Array;
  /** Of staying under an offer, by its id. */
  pStay: ReadonlyMap<string, ArrayLike<number>>;
}

/** Customers as they came, before anyone has checked them. */
export interface Customers {
  /** What to call them in messages: the file's name, or `synthetic telco`. */
  name: string;
  columns: Columns;
  rows: number;
  /** What its columns mean, as the config says or as they were guessed. */
  schema: Schema;
  /** What its features are, where they are a part of a table that was looked at whole. */
  kinds?: FeatureKinds;
  /** What only the maker of synthetic customers knows. */
  truth?: Truth;
  notices: readonly string[];
  /** Rows of the input that could not be read as rows. */
  unreadable: readonly Fault[];
  linesOf?: InputTable['linesOf'];
  /** The columns of numbers that were text in the input; elsewhere they are delivered as such. */
  writtenAsText?: ReadonlySet<string>;
}

/** Reads the config's input, or makes synthetic customers where it names none. */
export async function loadCustomers(config: Config): Promise<Customers> {
  const { input } = config;
  const customers = await (input === undefined ? makeCustomers(config) : readCustomers(config, input));
  const { id } = customers.schema.roles;
  return { ...customers, columns: withPackedIds(customers.columns, id) };
}

async function makeCustomers(config: Config): Promise<Customers> {
  const { customers, scenario } = config.synthetic;
  const made = await synthesizeBeside({
    customers,
    scenario,
    seed: config.seed,
    truth: true,
    offers: trueOffers(config),
  });
  const entries = Object.entries(made);
  return {
    name: `synthetic ${scenario}`,
    columns: Object.fromEntries(
      entries.filter(([name]) => !name.startsWith('true_')).map(([name, cells]) => [name, plainCells(cells)]),
    ),
    rows: customers,
    schema: defineSchema({ ...scenarioRoles(scenario), ...config.roles }),
    truth: {
      pChurn: made.true_p_churn as Float64Array,
      pStay: new Map(
        entries
          .filter(([name]) => name.startsWith(stayPrefix))
          .map(([name, cells]) => [name.slice(stayPrefix.length), cells as Float64Array]),
      ),
    },
    notices: [],
    unreadable: [],
  };
}

const stayPrefix = 'true_p_stay_';

/** The customers feel the very offers that the config makes. */
const trueOffers = ({ offers }: Config) => offers.map(({ id, discount, lift }) => ({ id, discount, lift }));

async function readCustomers({ roles, decimal, separator }: Config, input: string): Promise<Customers> {
  const read = async (mark: Config['decimal'], id?: string) => {
    const { faults, ...table } = await readRows(input, { separator, decimal: mark, id });
    return { ...table, columns: withCodesTold(table.columns), unreadable: faults };
  };
  if (roles !== undefined)
    return { ...(await read(decimal, roles.id)), schema: defineSchema(roles, { decimal }) };
  const asTold = await read(decimal);
  const { schema: guess, reasons } = inferSchema(asTold.columns);
  const schema = decimal === '.' ? guess : defineSchema(guess.roles, { decimal });
  const customers = schema.decimal === '.' ? asTold : await read(schema.decimal, schema.roles.id);
  const notices = [...customers.notices, ...guessNotices(customers.columns, schema, reasons)];
  return { ...customers, schema, notices };
}
