import { InvalidInputError } from '@clv/contracts';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';

import { type Shell, completionScript, shells } from '../manual/completion.js';
import { manual } from '../manual/manual.js';
import { type SparkStep, sparkSteps } from './spark-steps.js';
import { endOnSignals } from './signals.js';
import { version } from '../version.js';

/** The `clv` command: its flags and their help; each command's work is loaded only when it is called. */
export function program(): Command {
  const clv = new Command('clv')
    .description('From a table of customers to the best action for each, and the proof that it pays.')
    .version(version)
    .showSuggestionAfterError()
    .configureOutput({ outputError() {} })
    .exitOverride(exitAsUserError)
    .hook('preAction', (_, command) => {
      // The dashboard is there until it is interrupted: for it that is no fault.
      if (command.name() !== 'serve') endOnSignals(command.opts());
    });

  common(clv.command('run'))
    .description('run the whole engine: input (or synthetic customers) to run folder')
    .addHelpText(
      'after',
      examples(
        'clv run',
        'clv run --input customers.csv --config clv.config.json --budget 50000',
        "clv run --input 'exports/*.csv.gz' --rejects rejects.csv --out runs/may",
        "clv run --input 'postgres://clv@db/crm?table=public.customers' --write postgres://clv@db/crm/retention",
      ),
    )
    .option('-i, --input <where>', inputHelp)
    .option('-o, --out <folder>', 'the run folder (default: out)')
    .option('-c, --config <file>', 'a clv.config.json')
    .option('--seed <n>', 'the same seed gives the same bytes (default: 42)', integer)
    .option('--budget <money>', 'what the offers may cost in all (default: unlimited)', amount)
    .option(
      '--holdout <share>',
      'hold out this share of those with an offer, to measure by (default: 0)',
      amount,
    )
    .option('--customers <n>', 'how many synthetic customers (default: 10000)', integer)
    .option('--scenario <name>', 'what kind of synthetic customers (default: telco)')
    .option('--active-only', 'leave out the customers who have left')
    .option('--fast', 'one fit on four fifths in place of cross-fitting; the report says what that costs')
    .option('--trees <file>', 'no fit: trees that XGBoost has grown from other customers, as JSON')
    .addOption(
      new Option(
        '--held-out <file>',
        'what models say that have not seen a customer, for clv spark',
      ).hideHelp(),
    )
    .option('--separator <text>', separatorHelp)
    .option('--rejects <file>', rejectsHelp)
    .option(
      '--write <where>',
      'put the results there too: a .csv, .parquet or .jsonl file, duckdb:FILE?table=NAME, or postgres://…/TABLE (may be said again)',
      (where: string, others: string[] = []) => [...others, where],
    )
    .option(
      '--run-id <id>',
      'names the run in a database, where it replaces one of the same id (default: made from config and input)',
    )
    .option(
      '--resume',
      'go on with a run that broke off, from the last stage that it finished (by hashes of config and input)',
    )
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('./run.js')).runCommand(flags));

  common(clv.command('validate'))
    .description('read the input, tell every fault, write nothing')
    .addHelpText('after', examples('clv validate --input customers.csv --config clv.config.json'))
    .option('-i, --input <where>', inputHelp)
    .option('-c, --config <file>', 'a clv.config.json')
    .option('--separator <text>', separatorHelp)
    .option('--rejects <file>', 'tell how many rows would be set aside there, rather than refuse the input')
    .action(async (flags) => (await import('./validate.js')).validateCommand(flags));

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
    .action(async (flags) => (await import('./synth.js')).synthCommand(flags));

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
    .option('--stream', 'an Arrow IPC stream from standard input to standard output, batch by batch')
    .option('-r, --run <folder>', 'the run folder whose models to use', 'out')
    .option('-o, --out <file>', 'the file to write: .csv, .csv.gz, .parquet or .jsonl', 'scores.csv')
    .option('--shadow-price <gain>', "what a unit of money must gain (default: the run's own)", amount)
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('./score.js')).scoreCommand(flags));

  common(clv.command('evaluate'))
    .description("judge a run's policy on an experiment's log")
    .addHelpText(
      'after',
      examples('clv evaluate --input log.csv', 'clv evaluate --run runs/may --input log.parquet --json'),
    )
    .requiredOption(
      '-i, --input <file>',
      'the log: customers, what each got, with what chance, and what came of it',
    )
    .option('-r, --run <folder>', 'the run folder whose policy to judge', 'out')
    .option('--offer <column>', 'the offer that the customer got', 'offer')
    .option('--propensity <column>', 'the chance of that offer', 'propensity')
    .option('--outcome <column>', '1 for a customer who stayed, blank where it is not known', 'outcome')
    .action(async (flags) => (await import('./evaluate.js')).evaluateCommand(flags));

  common(clv.command('measure'))
    .description('tell what a campaign won, by those held out of it')
    .addHelpText(
      'after',
      examples(
        'clv measure --input outcomes.csv',
        'clv measure --run runs/may --input outcomes.parquet --value margin --cost spent --experiment log.csv',
      ),
    )
    .requiredOption(
      '-i, --input <file>',
      'what became of customers: csv, parquet, json or arrow; - is standard input',
    )
    .option('-r, --run <folder>', 'the run folder, made with --holdout', 'out')
    .option('--id <column>', "the customer (default: as the run's input calls it)")
    .option('--outcome <column>', '1 for a customer who stayed', 'outcome')
    .option(
      '--value <column>',
      'the money that came in since, before costs (default: as the run values who stays)',
    )
    .option(
      '--cost <column>',
      'what the offer really cost (default: contact, and discount of those who stayed)',
    )
    .option('--offer <column>', 'what the customer really got, to tell where it is not what was planned')
    .option(
      '--experiment <file>',
      'also write the campaign as the log of an experiment, for the next run to learn from',
    )
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('./measure.js')).measureCommand(flags));

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
      'by how much the share that left may differ from the foretold (default: the config, 0.05)',
      amount,
    )
    .option('--migration <share>', 'how many may change their segment (default: the config, 0.25)', amount)
    .option('--offers <share>', 'how many may get another offer (default: the config, 0.2)', amount)
    .action(async (flags) => (await import('./monitor.js')).monitorCommand(flags));

  common(clv.command('explain'))
    .description("tell one customer's story: risk, value, offers, and why the one that was chosen")
    .addHelpText('after', examples('clv explain C0000042', 'clv explain 7590-VHVEG --run runs/may --json'))
    .argument('<id>', "the customer, by the id of the run's input; without ids, by the row")
    .option('-r, --run <folder>', 'the run folder', 'out')
    .action(async (id, flags) => (await import('./explain.js')).explainCommand(id, flags));

  common(clv.command('serve'))
    .description('show the dashboard over a run folder, on 127.0.0.1')
    .addHelpText('after', examples('clv serve', 'clv serve --out runs/may --port 8080'))
    .option('-o, --out <folder>', 'the run folder', 'out')
    .option('-p, --port <n>', 'the port; 0 takes any that is free', port, 4177)
    .action(async (flags) => (await import('./serve.js')).serveCommand(flags));

  common(clv.command('init'))
    .description("write a starting config from an input's columns")
    .addHelpText('after', examples('clv init --input customers.csv'))
    .requiredOption('-i, --input <where>', inputHelp)
    .option('-c, --config <file>', 'the config to write (default: clv.config.json)')
    .option('--dry-run', 'do everything but write')
    .action(async (flags) => (await import('./init.js')).initCommand(flags));

  common(clv.command('spark'))
    .description('one step of a run on Apache Spark; clv_spark.py calls them (docs/spark.md)')
    .addArgument(new Argument('<step>', 'the step').choices(sparkSteps))
    .addHelpText(
      'after',
      examples(
        'clv spark plan --run runs/may < columns.json',
        'clv spark appraise --run runs/may --sides . < customers.arrows > appraised.arrows',
        'clv spark settle --run runs/may --budget 50000 < gathered.arrows',
      ),
    )
    .option('-r, --run <folder>', 'the run folder whose models to use', 'out')
    .option('--budget <money>', 'what the offers may cost in all (default: unlimited)', amount)
    .option('-c, --config <file>', 'a clv.config.json')
    .option('-i, --input <file>', 'the customers whose columns are to become features')
    .option('--encoding <file>', 'how columns become features', 'encoding.json')
    .option('--customers <count>', 'how many customers share the budget', integer, 0)
    .option('--sides <folder>', 'where to leave what a task tells beside its customers', '.')
    .option('--returns <file>', 'costs and gains by marginal return', 'returns.arrow')
    .option('--wide <file>', 'where the money is likely to run out', 'wide.json')
    .option('--edge <file>', 'where it does', 'edge.json')
    .option('--share <file>', 'what the customers of a task come to', 'share.json')
    .option('--shares <file>', 'those of all tasks', 'shares.jsonl')
    .option('--settlement <file>', 'how the budget is spent', 'settlement.json')
    .option('--job <file>', 'what the job knows of itself', 'job.json')
    .option('-o, --out <folder>', 'the run folder to write', 'out')
    .action(async (step: SparkStep, flags) => (await import('./spark.js')).sparkCommand(step, flags));

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

  clv
    .command('manual')
    .description('print this manual, as Markdown')
    .addHelpText('after', examples('clv manual > clv.md'))
    .exitOverride(exitAsUserError)
    .action(() => void process.stdout.write(manual(clv)));

  return clv.addHelpText('after', examples('clv run', 'clv init --input customers.csv', 'clv run --help'));
}

const inputHelp =
  'customers: csv, parquet, json or arrow; a glob of files; - for standard input; duckdb:FILE?table=NAME; postgres://HOST/DB/TABLE';
const separatorHelp = 'what stands between the cells of a CSV (default: found out)';
const rejectsHelp = 'set rows with faults aside in this file, and go on with the others';

const common = (command: Command) =>
  command
    .option('--json', 'one JSON document on standard output, nothing else')
    .option('--quiet', 'say nothing but errors')
    .option('--debug', 'show where an error came from')
    .exitOverride(exitAsUserError);

/** Help and version are no errors; what else Commander has to say is the user's to mend, and told as every error is. */
function exitAsUserError(error: CommanderError): never {
  if (error.exitCode === 0 || error.code === 'commander.help') throw error;
  throw new InvalidInputError([
    { rule: 'bad-usage', message: error.message.replace(/^error: /, '').replaceAll('\n', ' ') },
  ]);
}

const examples = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || text.trim() === '')
    throw new InvalidArgumentError('it must be a whole number.');
  return value;
}

function port(text: string): number {
  const value = integer(text);
  if (value < 0 || value > 65_535) throw new InvalidArgumentError('it must be between 0 and 65535.');
  return value;
}

function amount(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '') throw new InvalidArgumentError('it must be a number.');
  return value;
}
