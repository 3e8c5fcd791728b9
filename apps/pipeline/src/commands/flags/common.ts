import { InvalidInputError } from '@clv/contracts';
import type { Command, CommanderError } from 'commander';

export const inputHelp =
  'customers: csv, parquet, json or arrow; a glob of files; - for standard input; duckdb:FILE?table=NAME; postgres://HOST/DB/TABLE';
export const separatorHelp = 'the separator between the cells of a CSV (default: detected)';
export const rejectsHelp = 'set rows with faults aside in this file, and go on with the others';

/** The flags that every command has. */
export const common = (command: Command) =>
  command
    .option('--json', 'one JSON document on standard output, nothing else')
    .option('--quiet', 'say nothing but errors')
    .option('--debug', 'show where an error came from')
    .exitOverride(exitAsUserError);

/** Help and version are not errors; anything else that Commander reports is the user's mistake, shown like every error. */
export function exitAsUserError(error: CommanderError): never {
  if (error.exitCode === 0 || error.code === 'commander.help') throw error;
  throw new InvalidInputError([
    { rule: 'bad-usage', message: error.message.replace(/^error: /, '').replaceAll('\n', ' ') },
  ]);
}

export const examples = (...lines: string[]) =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
