import type { Command } from 'commander';

import { common, examples } from './common.js';
import { port } from './values.js';

/** `clv serve`: its flags and their help. */
export function addServe(clv: Command): void {
  common(clv.command('serve'))
    .description('show the dashboard over a run folder, on 127.0.0.1')
    .addHelpText('after', examples('clv serve', 'clv serve --run runs/may --port 8080'))
    .option('-r, --run <folder>', 'the run folder (default: out)')
    .option('-o, --out <folder>', 'the same, as clv run calls it')
    .option('-p, --port <n>', 'the port; 0 takes any that is free', port, 4177)
    .action(async (flags) => (await import('../serve.js')).serveCommand(flags));
}
