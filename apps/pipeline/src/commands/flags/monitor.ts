import type { Command } from 'commander';

import { common, examples } from './common.js';
import { amount } from './values.js';

/** `clv monitor`: its flags and their help. */
export function addMonitor(clv: Command): void {
  common(clv.command('monitor'))
    .description('compare a run with an earlier one; exits 3 when a limit is exceeded')
    .addHelpText(
      'after',
      examples(
        'clv monitor --against runs/may --run runs/june',
        'clv monitor --against runs/may --outcomes july.csv --psi 0.2 --json',
      ),
    )
    .requiredOption('--against <folder>', 'the run folder to compare with')
    .option('-r, --run <folder>', 'the run folder', 'out')
    .option(
      '--outcomes <file>',
      "what became of the earlier run's customers: its id and its label, blank where not known yet",
    )
    .option('--psi <index>', 'how far a column or the risk may drift (default: the config, 0.25)', amount)
    .option(
      '--calibration <share>',
      'by how much the share that left may differ from the predicted share (default: the config, 0.05)',
      amount,
    )
    .option('--migration <share>', 'how many may change their segment (default: the config, 0.25)', amount)
    .option('--offers <share>', 'how many may get another offer (default: the config, 0.2)', amount)
    .action(async (flags) => (await import('../monitor.js')).monitorCommand(flags));
}
