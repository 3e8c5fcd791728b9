import { Argument, type Command } from 'commander';

import { type Shell, completionScript, shells } from '../../manual/completion.js';
import { examples, exitAsUserError } from './common.js';

/** `clv completion`: its flags and their help. */
export function addCompletion(clv: Command): void {
  clv
    .command('completion')
    .description('print a script that completes commands and flags in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      examples('source <(clv completion bash)', 'clv completion fish > ~/.config/fish/completions/clv.fish'),
    )
    .exitOverride(exitAsUserError)
    .action((shell: Shell) => void process.stdout.write(completionScript(clv, shell)));
}
