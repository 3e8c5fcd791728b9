import { readFile, writeFile } from 'node:fs/promises';
import { buffer, text } from 'node:stream/consumers';

import { type BudgetEdge, budgetEdge, edgeAbove } from '@clv/prescribe';
import { encodeFeatures } from '@clv/table';
import { RecordBatchReader } from 'apache-arrow';

import { loadConfig } from '../config/load-config.js';
import { loadCustomers } from '../engine/load-customers.js';
import { appraiseStream } from '../spark/appraise-stream.js';
import { decideStream } from '../spark/decide-stream.js';
import { type TrainingFeatures, encodeStream, planTraining } from '../spark/encode-stream.js';
import { type SparkJob, finishJob } from '../spark/finish-job.js';
import { gatherStream } from '../spark/gather-stream.js';
import type { GatheredShare } from '../spark/gathered-share.js';
import { planJob } from '../spark/plan-job.js';
import { readJson } from '../spark/read-json.js';
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
  returns: string;
  edge: string;
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
  async appraise({ run, returns }) {
    await appraiseStream(await readScorer(run), returns, stdin, stdout);
  },
  async edge({ returns, edge, budget }) {
    await writeFile(edge, JSON.stringify(budgetEdge(await binsIn(returns), budget)));
  },
  async gather({ run, edge, shares }) {
    await gatherStream(await readScorer(run), await readJson<BudgetEdge>(edge), shares, stdin, stdout);
  },
  async settle({ run, returns, edge, shares, settlement, budget }) {
    const lines = (await readFile(shares, 'utf8')).split('\n').filter((line) => line !== '');
    const settled = await settleGathered(
      await readScorer(run),
      await readJson<BudgetEdge>(edge),
      lines.map((line) => JSON.parse(line) as GatheredShare),
      await RecordBatchReader.from(stdin),
      budget,
    );
    if (settled) await writeFile(settlement, JSON.stringify(settled));
    else await writeFile(edge, JSON.stringify(edgeAbove(await binsIn(returns), await readJson(edge))));
    print({ settled: settled !== undefined });
  },
  async decide({ run, settlement }) {
    await decideStream(await readScorer(run), await readJson<SparkSettlement>(settlement), stdin, stdout);
  },
  async finish({ run, settlement, job, out }) {
    const scorer = await readScorer(run);
    const shown = readShown(scorer, await buffer(stdin));
    print(
      await finishJob(
        run,
        scorer,
        await readJson<SparkSettlement>(settlement),
        await readJson<SparkJob>(job),
        shown,
        out,
      ),
    );
  },
};

const binsIn = async (returns: string) => readReturns(await RecordBatchReader.from(await readFile(returns)));

const print = (document: unknown) => void stdout.write(`${JSON.stringify(document)}\n`);
