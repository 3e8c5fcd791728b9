import { readFile } from 'node:fs/promises';
import { buffer, text } from 'node:stream/consumers';

import { budgetEdge, covers, withBinAbove } from '@clv/prescribe';
import { encodeFeatures } from '@clv/table';
import type { RecordBatch } from 'apache-arrow';

import { loadConfig } from '../config/load-config.js';
import { loadCustomers } from '../engine/customers/load/load-customers.js';
import { PolicyTotals } from '../engine/policy/policy-totals.js';
import { writeFile } from '../files/write-file.js';
import { readScorer } from '../run-folder/read-run-file.js';
import { choicesColumns } from '../spark/batches/choices-batch.js';
import { readShown } from '../spark/batches/read-shown.js';
import { readReturns, returnsColumns } from '../spark/batches/return-bins-batch.js';
import { cannotRead, inShape, readJson, readLines } from '../spark/documents/read-json.js';
import * as shapes from '../spark/documents/shapes.js';
import type { TrainingFeatures } from '../spark/documents/training-features.js';
import { appraiseStream } from '../spark/steps/appraise-stream.js';
import { decideStream } from '../spark/steps/decide-stream.js';
import { encodeStream, planTraining } from '../spark/steps/encode-stream.js';
import { finishJob } from '../spark/steps/finish-job.js';
import { gatherStream } from '../spark/steps/gather-stream.js';
import { guessEdge } from '../spark/steps/guess-edge.js';
import { planJob } from '../spark/steps/plan-job.js';
import { settleGathered } from '../spark/steps/settle-gathered.js';
import { openBatches } from '../stream/open-batches.js';
import type { CommonFlags } from './context.js';
import type { SparkStep } from './flags/spark-steps.js';

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
    await encodeStream(await readJson(encoding, shapes.trainingFeatures), stdin, stdout);
  },
  async plan({ run }) {
    const { columns } = inShape(await text(stdin), 'standard input', shapes.tableColumns);
    print(planJob(await readScorer(run), columns));
  },
  async guess({ run, wide, budget, customers }) {
    const moneyEach = budget === undefined ? undefined : budget / Math.max(customers, 1);
    await writeFile(wide, JSON.stringify(await guessEdge(await readScorer(run), stdin, moneyEach)));
  },
  async appraise({ run, sides, wide }) {
    await appraiseStream(
      await readScorer(run),
      sides,
      await readJson(wide, shapes.budgetEdge),
      stdin,
      stdout,
    );
  },
  async edge({ returns, wide, edge, budget }) {
    const found = withBinAbove(budgetEdge(await binsIn(returns), budget));
    await writeFile(edge, JSON.stringify(found));
    print({ covered: covers(await readJson(wide, shapes.budgetEdge), found) });
  },
  async gather({ run, edge }) {
    await gatherStream(await readScorer(run), await readJson(edge, shapes.budgetEdge), stdin, stdout);
  },
  async settle({ run, returns, edge, settlement, budget }) {
    const [bins, reach] = [await binsIn(returns), await readJson(edge, shapes.budgetEdge)];
    const { offers } = await readScorer(run);
    const gathered = await joinedParts(await buffer(stdin), 'standard input', choicesColumns);
    const settled = await settleGathered(offers.length, bins, reach, gathered, budget);
    await writeFile(settlement, JSON.stringify(settled));
  },
  async decide({ run, settlement, share }) {
    const settled = await readJson(settlement, shapes.settlement);
    await decideStream(await readScorer(run), settled, share, stdin, stdout);
  },
  async finish({ run, settlement, shares, job, out }) {
    const scorer = await readScorer(run);
    const totals = new PolicyTotals(scorer.segments.names, scorer.offers);
    for (const sums of await readLines(shares, shapes.policySums)) totals.addSums(sums);
    print(
      await finishJob(
        {
          run,
          scorer,
          settlement: await readJson(settlement, shapes.settlement),
          figures: totals.figures(),
          job: await readJson(job, shapes.job),
          shown: readShown(scorer, await buffer(stdin)),
        },
        out,
      ),
    );
  },
};

const binsIn = async (returns: string) =>
  readReturns(await joinedParts(await readFile(returns).catch(cannotRead(returns)), returns, returnsColumns));

/** What partitions have passed on, joined by the driver: nothing at all where none had anything to pass on. */
const joinedParts = async (
  bytes: Uint8Array,
  name: string,
  reads: readonly string[],
): Promise<AsyncIterable<RecordBatch>> => (bytes.length > 0 ? openBatches(bytes, name, reads) : nobody());

async function* nobody(): AsyncGenerator<RecordBatch> {}

const print = (document: unknown) => void stdout.write(`${JSON.stringify(document)}\n`);
