import type { Command } from 'commander';

import { common, examples } from './common.js';

/** `clv explain`: its flags and their help. */
export function addExplain(clv: Command): void {
  common(clv.command('explain'))
    .description("tell one customer's story: risk, value, offers, and why the one that was chosen")
    .addHelpText('after', examples('clv explain C0000042', 'clv explain 7590-VHVEG --run runs/may --json'))
    .argument('<id>', "the customer, by the id of the run's input; without ids, by the row")
    .option('-r, --run <folder>', 'the run folder', 'out')
    .action(async (id, flags) => (await import('../explain.js')).explainCommand(id, flags));
}
