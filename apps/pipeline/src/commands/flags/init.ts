import type { Command } from 'commander';

import { common, examples, inputHelp, separatorHelp } from './common.js';

/** `clv init`: its flags and their help. */
export function addInit(clv: Command): void {
  common(clv.command('init'))
    .description("write a starting config from an input's columns")
    .addHelpText('after', examples('clv init --input customers.csv'))
    .requiredOption('-i, --input <where>', inputHelp)
    .option('-c, --config <file>', 'the config to write (default: clv.config.json)')
    .option('--separator <text>', separatorHelp)
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('../init.js')).initCommand(flags));
}
