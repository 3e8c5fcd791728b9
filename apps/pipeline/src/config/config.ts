import { defaultOffers } from '@clv/prescribe';
import { scenarioNames } from '@clv/synth';
import * as z from 'zod';

import {
  defaultWindow,
  isWithinHorizon,
  meansAddress,
  meansOffers,
  meansRoles,
  withinHorizon,
} from './config-meaning.js';

const column = z.string().min(1);
const columns = z.array(column);
const share = z.number().min(0).max(1);
const months = z.number().int().min(1).max(120);
const money = z.number().min(0);

/** Larger seeds would give the bytes of smaller ones: they count modulo 2 to the power of 32. */
const largestSeed = 2 ** 32 - 1;

const address = z.string().min(1).check(meansAddress);

const roles = z.strictObject({
  id: column.optional().describe('The column that names a customer; unique. Without it rows are numbered.'),
  label: column
    .optional()
    .describe('Churned: 0/1, true/false, Yes/No or churned/active; blank for a current customer.'),
  price: column.optional().describe('The recurring monthly charge.'),
  margin: column.optional().describe('The monthly margin, in money.'),
  margin_rate: z
    .number()
    .gt(0)
    .max(1)
    .optional()
    .describe('The margin as a share of the price, in place of `margin`.'),
  tenure: column.optional().describe('Months since the customer joined.'),
  offer: column
    .optional()
    .describe('Of an experiment: the offer that the customer got, or none; blank for who took no part.'),
  propensity: column.optional().describe('Of an experiment: the chance of that offer, in (0, 1].'),
  outcome: column
    .optional()
    .describe('Of an experiment: 1 for a customer who stayed; blank where it is not known.'),
  sensitivity: column.optional().describe('How readily a customer takes an offer, in [0, 1].'),
  snapshot: z
    .string()
    .optional()
    .describe('The date of the snapshot, as YYYY-MM-DD; dates become months before it.'),
  snapshot_date: column
    .optional()
    .describe('The column that says when each row was taken; later rows judge earlier ones.'),
  segment_features: columns.optional().describe('The columns that segments are made from.'),
  features: columns
    .optional()
    .describe('The columns that predict churn (default: all that have no other part).'),
  exclude: columns.optional().describe('Columns that no model may see.'),
});

const offer = z.strictObject({
  id: z.string().min(1).describe('What `recommended_incentive` says.'),
  label: z.string().min(1).optional().describe('What a manager reads (default: the id).'),
  discount: share.optional().describe('The share of the price taken off each month (default 0).'),
  months: months.optional().describe('How many months the discount runs (default: the horizon).'),
  cost: money.optional().describe('What it costs to contact one customer (default 0).'),
  redemption: share.optional().describe('The share of takers who use it (default 1).'),
  lift: share
    .optional()
    .describe('The share of would-be leavers whom it keeps, at sensitivity 1 (default 0).'),
});

const settings = z.strictObject({
  $schema: z.string().optional().describe('Where this schema is, for editors.'),
  input: address
    .optional()
    .describe(
      'The customer table: a file or a glob (csv, parquet, json, arrow), duckdb:FILE?table=NAME, or postgres://… with ${NAME} for secrets. Without it customers are synthetic.',
    ),
  separator: z
    .string()
    .min(1)
    .max(4)
    .optional()
    .describe('The separator between the cells of a CSV input (default: detected).'),
  rejects: z
    .string()
    .min(1)
    .optional()
    .describe('Set rows with faults aside in this CSV file, and go on; without it a fault stops the run.'),
  out: z.string().min(1).default('out').describe('The run folder.'),
  seed: z
    .number()
    .int()
    .min(0)
    .max(largestSeed)
    .default(42)
    .describe('The same seed and config give the same bytes, another seed others.'),
  write: z
    .array(address)
    .default([])
    .describe(
      'Where the results go beside the run folder: a .csv, .parquet or .jsonl file, duckdb:FILE?table=NAME, or postgres://….',
    ),
  run_id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'The id of this run in a database, where it replaces a run of the same id (default: made from the config and the input).',
    ),
  roles: roles.check(meansRoles).optional().describe('Which column plays which part.'),
  decimal: z.enum(['.', ',']).default('.').describe('The decimal mark of numbers in the input.'),
  synthetic: z
    .strictObject({
      customers: z.number().int().min(1).max(100_000_000).default(10_000).describe('How many.'),
      scenario: z
        .enum(scenarioNames as [string, ...string[]])
        .default('telco')
        .describe('Of which kind of business.'),
    })
    .prefault({})
    .describe('The customers to make where there is no input.'),
  fit_rows: z
    .number()
    .int()
    .min(200)
    .default(1_000_000)
    .describe(
      'More rows than these are not held in memory: models are fitted on a random sample of so many, and all rows are scored block by block.',
    ),
  active_only: z.boolean().default(false).describe('Leave out the customers who have left.'),
  segments: z
    .strictObject({ k: z.number().int().min(2).max(50).default(4).describe('How many segments.') })
    .prefault({})
    .describe('The kinds of customers.'),
  churn: z
    .strictObject({
      engine: z.enum(['gbdt', 'ml-xgboost']).default('gbdt').describe('Who grows the trees.'),
      folds: z.number().int().min(2).max(20).default(5).describe('Of the cross-fitting.'),
      once: z
        .boolean()
        .default(false)
        .describe(
          'One fit on four fifths of the customers in place of cross-fitting: quicker, and too sure of those it saw.',
        ),
      trees: z
        .string()
        .min(1)
        .optional()
        .describe(
          'JSON of a model that XGBoost has grown from other customers: these calibrate and judge it, and no trees are grown.',
        ),
      label_means: z
        .enum(['leaves_within_window', 'has_left'])
        .default('leaves_within_window')
        .describe(
          'What label 1 says: left within the window after the snapshot, or has left by the end of the tenure. Survival, and so all values, rest on it.',
        ),
    })
    .prefault({})
    .describe('How the chance of leaving is learned.'),
  effects: z
    .strictObject({
      ladder: z
        .boolean()
        .default(true)
        .describe(
          'Of an experiment: among offers that differ only in their discount, a larger one is taken to keep no customer less.',
        ),
    })
    .prefault({})
    .describe('How it is learned from an experiment what offers change.'),
  horizon_months: months.default(12).describe('Over how many months a customer is valued.'),
  window_months: months
    .default(defaultWindow)
    .describe('The months within which p_churn is the chance of leaving; at most the horizon.'),
  annual_discount_rate: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe('By how much less money counts that comes a year later.'),
  offers: z
    .array(offer)
    .check(meansOffers)
    .default(() => defaultOffers.map(({ id, label, discount, lift }) => ({ id, label, discount, lift })))
    .describe('What can be offered; `none` always can.'),
  budget: money.nullable().default(null).describe('What the offers may cost in all; null is unlimited.'),
  budget_basis: z
    .enum(['expected', 'committed'])
    .default('expected')
    .describe('Compare the budget with the expected cost, or as if everyone stayed and redeemed.'),
  fairness_group: column
    .optional()
    .describe('A column of groups that should get offers alike; the report says whether they do.'),
  holdout: z
    .number()
    .min(0)
    .max(0.9)
    .default(0)
    .describe(
      'The share of those with an offer who are held out at random, so that clv measure can tell what the campaign won.',
    ),
  monitor: z
    .strictObject({
      psi: z
        .number()
        .min(0)
        .default(0.25)
        .describe('How far a column or the risk may drift (population stability index beyond chance).'),
      calibration: share
        .default(0.05)
        .describe('By how much the share that left may differ from what was predicted, beyond chance.'),
      migration: share.default(0.25).describe('The share of customers who may change their segment.'),
      offers: share.default(0.2).describe('The share of customers whose offer may differ from before.'),
    })
    .prefault({})
    .describe('The limits of clv monitor, which exits 3 when one is exceeded.'),
  risk_aversion: z
    .number()
    .min(0)
    .default(0)
    .describe(
      'By how many standard errors each learned gain is lowered before offers are chosen; 0 goes by the expected gain alone.',
    ),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency is three capital letters, such as USD')
    .default('USD')
    .describe('What money is written in; numbers are not converted.'),
});

/** `clv.config.json`: the one definition from which its check, its type and its JSON Schema come. */
export const configSchema = settings.refine(isWithinHorizon, withinHorizon);

/** The config as written: everything may be left out. */
export type ConfigInput = z.input<typeof configSchema>;
/** The config with every default filled in. */
export type Config = z.output<typeof configSchema>;

/** The JSON Schema that completes `clv.config.json` in an editor. */
export function configJsonSchema(): object {
  return { ...z.toJSONSchema(configSchema, { io: 'input' }), title: 'clv.config.json' };
}
