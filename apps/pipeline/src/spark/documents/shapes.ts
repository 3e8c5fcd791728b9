import type { BudgetEdge } from '@clv/prescribe';
import * as z from 'zod';

import type { RunEvidence } from '../../engine/evidence/run-evidence.js';
import type { PolicySums } from '../../engine/policy/policy-totals.js';
import type { SparkSettlement } from './settlement.js';
import type { SparkJob } from './spark-job.js';
import type { TrainingFeatures } from './training-features.js';

/** What the documents look like that pass from one step to the next. */

/** The columns of a table. */
export const tableColumns = z.looseObject({ columns: z.array(z.string()) });

const count = z.number().int().min(0);
const money = z.number();

export const budgetEdge: z.ZodType<BudgetEdge> = z.looseObject({
  critical: z.number().int(),
  last: z.number().int(),
});

export const settlement = z.looseObject({
  edge: budgetEdge,
  exceptions: z.array(z.tuple([z.string(), count])),
  spent: money,
  shadowPrice: money,
}) as unknown as z.ZodType<SparkSettlement>;

const sums = z.looseObject({
  customers: count,
  offered: count,
  pChurn: z.number(),
  clv: money,
  baseline: money,
  cost: money,
  gain: money,
});

export const policySums: z.ZodType<PolicySums> = z.looseObject({
  bySegment: z.array(sums),
  byOffer: z.array(sums),
});

export const job: z.ZodType<SparkJob> = z.looseObject({
  input: z.string(),
  results: z.string(),
  rows: count,
  fitted: count.nullable(),
  files: z.array(z.string()),
  budget: money.nullable(),
  spark: z.string(),
  seconds: z.record(z.string(), z.number()),
});

/** Of what `clv spark encoding` writes, what says that it is this. */
export const trainingFeatures = z.looseObject({
  encoding: z.looseObject({
    format: z.literal('clv-encoding'),
    version: z.literal(1),
    columns: z.array(z.looseObject({ column: z.string(), kind: z.string() })),
    featureNames: z.array(z.string()),
  }),
  schema: z.looseObject({ roles: z.looseObject({ label: z.string().optional() }) }),
}) as unknown as z.ZodType<TrainingFeatures>;

/** Files of the run that fitted the models. */
export const policies = z.array(z.looseObject({})) as unknown as z.ZodType<RunEvidence['policies']>;
export const assumptions = z.looseObject({
  swings: z.array(z.looseObject({})),
}) as unknown as z.ZodType<RunEvidence['assumptions']>;
export const frontier = z.array(z.looseObject({})) as unknown as z.ZodType<RunEvidence['frontier']>;
