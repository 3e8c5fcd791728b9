import type { Command } from 'commander';

/** What `--help` says of every command, as Markdown. */
export function manual(clv: Command): string {
  const commands = clv.commands.filter((command) => command.name() !== 'help');
  return [clv, ...commands].map(section).join('\n');
}

function section(command: Command): string {
  const name = command.parent === null ? command.name() : `clv ${command.name()}`;
  return [`## ${name}`, '', '```text', helpText(command), '```', ''].join('\n');
}

/** The help of a command with its examples, as on a terminal of a hundred columns. */
export function helpText(command: Command): string {
  let text = '';
  const usual = { ...command.configureOutput() };
  command.configureOutput({
    writeOut: (piece) => (text += piece),
    getOutHelpWidth: () => 100,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  command.configureOutput(usual);
  return text.trimEnd();
}
