import { type Command, Option } from 'commander';

import { common, examples } from './common.js';

/** `clv measure`: its flags and their help. */
export function addMeasure(clv: Command): void {
  common(clv.command('measure'))
    .description('measure what a campaign won, against those held out of it')
    .addHelpText(
      'after',
      examples(
        'clv measure --input outcomes.csv',
        'clv measure --run runs/may --input outcomes.parquet --value margin --cost spent --experiment log.csv',
      ),
    )
    .requiredOption(
      '-i, --input <file>',
      'what became of customers: csv, parquet, json or arrow; - is standard input',
    )
    .option('-r, --run <folder>', 'the run folder, made with --holdout', 'out')
    .option('--id <column>', "the customer (default: as the run's input calls it)")
    .option('--outcome <column>', '1 for a customer who stayed', 'outcome')
    .option(
      '--value <column>',
      'the money that came in since, before costs (default: as the run values who stays)',
    )
    .option(
      '--cost <column>',
      'what the offer really cost (default: contact, and discount of those who stayed)',
    )
    .option(
      '--offer <column>',
      'the offer that the customer really got, to report where it differs from the plan',
    )
    .addOption(
      new Option(
        '--decimal <mark>',
        "the decimal mark of money that is text (default: as in the run's input)",
      ).choices(['.', ',']),
    )
    .option(
      '--experiment <file>',
      'also write the campaign as the log of an experiment, for the next run to learn from',
    )
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('../measure.js')).measureCommand(flags));
}
