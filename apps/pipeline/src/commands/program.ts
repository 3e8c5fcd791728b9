import { Command } from 'commander';

import { addCompletion } from './flags/completion.js';
import { addEvaluate } from './flags/evaluate.js';
import { addExplain } from './flags/explain.js';
import { addInit } from './flags/init.js';
import { addManual } from './flags/manual.js';
import { addMeasure } from './flags/measure.js';
import { addMonitor } from './flags/monitor.js';
import { addRun } from './flags/run.js';
import { addScore } from './flags/score.js';
import { addServe } from './flags/serve.js';
import { addSpark } from './flags/spark.js';
import { addSynth } from './flags/synth.js';
import { addValidate } from './flags/validate.js';
import { examples, exitAsUserError } from './flags/common.js';
import { endOnSignals } from './signals.js';
import { version } from '../version.js';

/** The commands, in the order in which the help lists them. */
const commands = [
  addRun,
  addValidate,
  addSynth,
  addScore,
  addEvaluate,
  addMeasure,
  addMonitor,
  addExplain,
  addServe,
  addInit,
  addSpark,
  addCompletion,
  addManual,
];

/** The `clv` command: its flags and their help; each command's work is loaded only when it is called. */
export function program(): Command {
  const clv = new Command('clv')
    .description('From a table of customers to the best action for each, and the proof that it pays.')
    .version(version)
    .showSuggestionAfterError()
    .configureOutput({ outputError() {} })
    .exitOverride(exitAsUserError)
    .hook('preAction', (_, command) => {
      // The dashboard runs until it is interrupted, which is how it is meant to end.
      if (command.name() !== 'serve') endOnSignals(command.opts());
    });

  for (const add of commands) add(clv);
  return clv.addHelpText('after', examples('clv run', 'clv init --input customers.csv', 'clv run --help'));
}
