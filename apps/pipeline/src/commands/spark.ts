import { readFile, writeFile } from 'node:fs/promises';
import { buffer, text } from 'node:stream/consumers';

import { type BudgetEdge, budgetEdge, covers, withBinAbove } from '@clv/prescribe';
import { encodeFeatures } from '@clv/table';
import { RecordBatchReader } from 'apache-arrow';

import { loadConfig } from '../config/load-config.js';
import { loadCustomers } from '../engine/customers/load-customers.js';
import { type PolicySums, PolicyTotals } from '../engine/policy/policy-totals.js';
import { appraiseStream } from '../spark/appraise-stream.js';
import { decideStream } from '../spark/decide-stream.js';
import { type TrainingFeatures, encodeStream, planTraining } from '../spark/encode-stream.js';
import { type SparkJob, finishJob } from '../spark/finish-job.js';
import { gatherStream } from '../spark/gather-stream.js';
import { guessEdge } from '../spark/guess-edge.js';
import { planJob } from '../spark/plan-job.js';
import { readJson, readLines } from '../spark/read-json.js';
import { readReturns } from '../spark/return-bins-file.js';
import { settleGathered } from '../spark/settle-gathered.js';
import { readShown } from '../spark/read-shown.js';
import type { SparkSettlement } from '../spark/settlement.js';
import type { CommonFlags } from './context.js';
import { readScorer } from './read-scorer.js';
import type { SparkStep } from './spark-steps.js';

export interface SparkFlags extends CommonFlags {
  run: string;
  config?: string;
  input?: string;
  encoding: string;
  budget?: number;
  customers: number;
  sides: string;
  returns: string;
  wide: string;
  edge: string;
  share: string;
  shares: string;
  settlement: string;
  job: string;
  out: string;
}

/** `clv spark`: one step of a run on Spark, in a task or in the driver; `clv_spark.py` calls them. */
export const sparkCommand = (step: SparkStep, flags: SparkFlags): Promise<void> => steps[step](flags);

const { stdin, stdout } = process;

const steps: Readonly<Record<SparkStep, (flags: SparkFlags) => Promise<void>>> = {
  async config({ config }) {
    print(await loadConfig({ config }));
  },
  async encoding({ config, input, encoding }) {
    const { columns, schema } = await loadCustomers(await loadConfig({ config, input }));
    const features: TrainingFeatures = { encoding: encodeFeatures(columns, schema).encoding, schema };
    await writeFile(encoding, JSON.stringify(features));
    print(planTraining(features));
  },
  async encode({ encoding }) {
    await encodeStream(await readJson<TrainingFeatures>(encoding), stdin, stdout);
  },
  async plan({ run }) {
    const { columns } = JSON.parse(await text(stdin)) as { columns: string[] };
    print(planJob(await readScorer(run), columns));
  },
  async guess({ run, wide, budget, customers }) {
    const moneyEach = budget === undefined ? undefined : budget / Math.max(customers, 1);
    await writeFile(wide, JSON.stringify(await guessEdge(await readScorer(run), stdin, moneyEach)));
  },
  async appraise({ run, sides, wide }) {
    await appraiseStream(await readScorer(run), sides, await readJson<BudgetEdge>(wide), stdin, stdout);
  },
  async edge({ returns, wide, edge, budget }) {
    const found = withBinAbove(budgetEdge(await binsIn(returns), budget));
    await writeFile(edge, JSON.stringify(found));
    print({ covered: covers(await readJson<BudgetEdge>(wide), found) });
  },
  async gather({ run, edge }) {
    await gatherStream(await readScorer(run), await readJson<BudgetEdge>(edge), stdin, stdout);
  },
  async settle({ run, returns, edge, settlement, budget }) {
    const [bins, reach] = [await binsIn(returns), await readJson<BudgetEdge>(edge)];
    const { offers } = await readScorer(run);
    const gathered = await RecordBatchReader.from(stdin);
    const settled = await settleGathered(offers.length, bins, reach, gathered, budget);
    await writeFile(settlement, JSON.stringify(settled));
  },
  async decide({ run, settlement, share }) {
    const settled = await readJson<SparkSettlement>(settlement);
    await decideStream(await readScorer(run), settled, share, stdin, stdout);
  },
  async finish({ run, settlement, shares, job, out }) {
    const scorer = await readScorer(run);
    const totals = new PolicyTotals(scorer.segments.names, scorer.offers);
    for (const sums of await readLines<PolicySums>(shares)) totals.addSums(sums);
    print(
      await finishJob(
        run,
        scorer,
        await readJson<SparkSettlement>(settlement),
        totals.figures(),
        await readJson<SparkJob>(job),
        readShown(scorer, await buffer(stdin)),
        out,
      ),
    );
  },
};

const binsIn = async (returns: string) => readReturns(await RecordBatchReader.from(await readFile(returns)));

const print = (document: unknown) => void stdout.write(`${JSON.stringify(document)}\n`);
