import { type Command, Option } from 'commander';

import { common, examples } from './common.js';
import { integer } from './values.js';

/** `clv synth`: its flags and their help. */
export function addSynth(clv: Command): void {
  common(clv.command('synth'))
    .description('write synthetic customers')
    .addHelpText(
      'after',
      examples(
        'clv synth --customers 50000 --seed 7 --out customers.csv',
        'clv synth --truth --customers 10000000 --out customers.parquet',
      ),
    )
    .option(
      '-o, --out <file>',
      'the file to write: .csv, .csv.gz, .parquet or .jsonl (default: customers.csv)',
    )
    .option('--customers <n>', 'how many (default: 10000)', integer)
    .option('--scenario <name>', 'what kind of customers (default: telco)')
    .option('--seed <n>', 'the same seed gives the same bytes (default: 42)', integer)
    .option('--truth', 'add the true probabilities and effects as true_* columns')
    .addOption(
      new Option(
        '--experiment <assignment>',
        'add the log of a past campaign: offer, propensity, outcome',
      ).choices(['random', 'confounded']),
    )
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('../synth.js')).synthCommand(flags));
}
