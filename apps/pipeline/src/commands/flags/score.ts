import type { Command } from 'commander';

import { common, examples, inputHelp, separatorHelp } from './common.js';
import { price } from './values.js';

/** `clv score`: its flags and their help. */
export function addScore(clv: Command): void {
  common(clv.command('score'))
    .description("apply a run's models to new customers")
    .addHelpText(
      'after',
      examples(
        'clv score --input new.csv',
        'clv score --run runs/may --input new.parquet --out scored.parquet',
        'produce-arrow | clv score --run runs/may --stream --shadow-price 0.4 | consume-arrow',
      ),
    )
    .option('-i, --input <where>', inputHelp)
    .option('--separator <text>', separatorHelp)
    .option('--stream', 'an Arrow IPC stream from standard input to standard output, batch by batch')
    .option('-r, --run <folder>', 'the run folder whose models to use', 'out')
    .option('-o, --out <file>', 'the file to write: .csv, .csv.gz, .parquet or .jsonl', 'scores.csv')
    .option('--shadow-price <gain>', "what a unit of money must gain (default: the run's own)", price)
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('../score.js')).scoreCommand(flags));
}
