import { Argument, type Command } from 'commander';

import { type SparkStep, sparkSteps } from './spark-steps.js';
import { common, examples } from './common.js';
import { amount, integer } from './values.js';

/** `clv spark`: its flags and their help. */
export function addSpark(clv: Command): void {
  common(clv.command('spark'))
    .description('one step of a run on Apache Spark; clv_spark.py calls them (docs/spark.md)')
    .addArgument(new Argument('<step>', 'the step').choices(sparkSteps))
    .addHelpText(
      'after',
      examples(
        'clv spark plan --run runs/may < columns.json',
        'clv spark appraise --run runs/may --sides . < customers.arrows > appraised.arrows',
        'clv spark settle --run runs/may --budget 50000 < gathered.arrows',
      ),
    )
    .option('-r, --run <folder>', 'the run folder whose models to use', 'out')
    .option('--budget <money>', 'what the offers may cost in all (default: unlimited)', amount)
    .option('-c, --config <file>', 'a clv.config.json')
    .option('-i, --input <file>', 'the customers whose columns are to become features')
    .option('--encoding <file>', 'how columns become features', 'encoding.json')
    .option('--customers <count>', 'how many customers share the budget', integer, 0)
    .option('--sides <folder>', 'where to leave what a task tells beside its customers', '.')
    .option('--returns <file>', 'costs and gains by marginal return', 'returns.arrow')
    .option('--wide <file>', 'where the money is likely to run out', 'wide.json')
    .option('--edge <file>', 'where it does', 'edge.json')
    .option('--share <file>', 'what the customers of a task come to', 'share.json')
    .option('--shares <file>', 'those of all tasks', 'shares.jsonl')
    .option('--settlement <file>', 'how the budget is spent', 'settlement.json')
    .option('--job <file>', 'what the job knows of itself', 'job.json')
    .option('-o, --out <folder>', 'the run folder to write', 'out')
    .action(async (step: SparkStep, flags) => (await import('../spark.js')).sparkCommand(step, flags));
}
