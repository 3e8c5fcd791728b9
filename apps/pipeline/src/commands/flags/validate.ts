import type { Command } from 'commander';

import { common, examples, inputHelp, separatorHelp } from './common.js';

/** `clv validate`: its flags and their help. */
export function addValidate(clv: Command): void {
  common(clv.command('validate'))
    .description('read the input, report every fault, write nothing')
    .addHelpText('after', examples('clv validate --input customers.csv --config clv.config.json'))
    .option('-i, --input <where>', inputHelp)
    .option('-c, --config <file>', 'a clv.config.json')
    .option('--separator <text>', separatorHelp)
    .option('--rejects <file>', 'tell how many rows would be set aside there, rather than refuse the input')
    .action(async (flags) => (await import('../validate.js')).validateCommand(flags));
}
