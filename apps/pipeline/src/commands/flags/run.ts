import { type Command, Option } from 'commander';

import { startRunner } from '../../second-thread/run-task.js';
import { common, examples, inputHelp, rejectsHelp, separatorHelp } from './common.js';
import { amount, integer } from './values.js';

/** `clv run`: its flags and their help. */
export function addRun(clv: Command): void {
  common(clv.command('run'))
    .description('run the whole engine: input (or synthetic customers) to run folder')
    .addHelpText(
      'after',
      examples(
        'clv run',
        'clv run --input customers.csv --config clv.config.json --budget 50000',
        "clv run --input 'exports/*.csv.gz' --rejects rejects.csv --out runs/may",
        "clv run --input 'postgres://clv@db/crm?table=public.customers' --write postgres://clv@db/crm/retention",
      ),
    )
    .option('-i, --input <where>', inputHelp)
    .option('-o, --out <folder>', 'the run folder (default: out)')
    .option('-c, --config <file>', 'a clv.config.json')
    .option('--seed <n>', 'the same seed gives the same bytes (default: 42)', integer)
    .option('--budget <money>', 'what the offers may cost in all (default: unlimited)', amount)
    .option(
      '--holdout <share>',
      'hold out this share of those with an offer, to measure by (default: 0)',
      amount,
    )
    .option('--customers <n>', 'how many synthetic customers (default: 10000)', integer)
    .option('--scenario <name>', 'what kind of synthetic customers (default: telco)')
    .option('--active-only', 'leave out the customers who have left')
    .option('--fast', 'one fit on four fifths in place of cross-fitting; the report says what that costs')
    .option('--trees <file>', 'no fit: trees that XGBoost has grown from other customers, as JSON')
    .addOption(
      new Option(
        '--held-out <file>',
        'what models say that have not seen a customer, for clv spark',
      ).hideHelp(),
    )
    .option('--separator <text>', separatorHelp)
    .option('--rejects <file>', rejectsHelp)
    .option(
      '--write <where>',
      'also write the results there: a .csv, .parquet or .jsonl file, duckdb:FILE?table=NAME, or postgres://…/TABLE (may be repeated)',
      (where: string, others: string[] = []) => [...others, where],
    )
    .option(
      '--run-id <id>',
      'names the run in a database, where it replaces one of the same id (default: made from config and input)',
    )
    .option(
      '--resume',
      'continue an interrupted run after the last stage that it finished (checked by hashes of config and input)',
    )
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => {
      // Before the code of the run is loaded, which takes as long as a thread to start.
      if (!flags.dryRun) startRunner();
      await (await import('../run.js')).runCommand(flags);
    });
}
