import type { Command } from 'commander';

import { common, examples } from './common.js';

/** `clv evaluate`: its flags and their help. */
export function addEvaluate(clv: Command): void {
  common(clv.command('evaluate'))
    .description("judge a run's policy on an experiment's log")
    .addHelpText(
      'after',
      examples('clv evaluate --input log.csv', 'clv evaluate --run runs/may --input log.parquet --json'),
    )
    .requiredOption(
      '-i, --input <file>',
      'the log, of customers other than those learned from: what each got, with what chance, and what came of it',
    )
    .option('-r, --run <folder>', 'the run folder whose policy to judge', 'out')
    .option('--offer <column>', 'the offer that the customer got', 'offer')
    .option('--propensity <column>', 'the chance of that offer', 'propensity')
    .option('--outcome <column>', '1 for a customer who stayed, blank where it is not known', 'outcome')
    .action(async (flags) => (await import('../evaluate.js')).evaluateCommand(flags));
}
