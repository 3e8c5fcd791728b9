import type { Command } from 'commander';

import { manual } from '../../manual/manual.js';
import { examples, exitAsUserError } from './common.js';

/** `clv manual`: its flags and their help. */
export function addManual(clv: Command): void {
  clv
    .command('manual')
    .description('print this manual, as Markdown')
    .addHelpText('after', examples('clv manual > clv.md'))
    .exitOverride(exitAsUserError)
    .action(() => void process.stdout.write(manual(clv)));
}
