import type { Command, Option } from 'commander';

/** The shells that commands can be completed in. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A script for a shell that completes commands, their flags, the choices of flags and arguments, and files. */
export const completionScript = (clv: Command, shell: Shell): string => scripts[shell](commandsOf(clv));

interface CompletedCommand {
  name: string;
  description: string;
  options: readonly Option[];
  /** The words of which its argument is one; none where it takes any, or has no argument. */
  words: readonly string[];
}

const commandsOf = (clv: Command): CompletedCommand[] =>
  clv.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: command.options,
    words: command.registeredArguments[0]?.argChoices ?? [],
  }));

const scripts: Readonly<Record<Shell, (commands: readonly CompletedCommand[]) => string>> = {
  bash: (commands) => {
    const chosen = choicesOf(commands).map(
      ([flag, choices]) =>
        `    ${flag}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`,
    );
    const words = withWords(commands).map(
      ({ name, words: known }) =>
        `    2${name}) COMPREPLY=($(compgen -W "${known.join(' ')}" -- "$word")); return ;;`,
    );
    const flags = commands.map(
      ({ name, options }) => `    ${name}) flags="${longFlags(options).join(' ')}" ;;`,
    );
    return [
      '# clv: for bash. Put into ~/.bashrc: source <(clv completion bash)',
      '_clv() {',
      '  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} flags=""',
      '  if [ "$COMP_CWORD" -eq 1 ]; then',
      `    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} --help --version" -- "$word"))`,
      '    return',
      '  fi',
      '  case "$before" in',
      ...chosen,
      '  esac',
      '  case "${COMP_WORDS[1]}" in',
      ...flags,
      '  esac',
      '  case "$COMP_CWORD${COMP_WORDS[1]}" in',
      ...words,
      '  esac',
      '  case "$word" in',
      '    -*) COMPREPLY=($(compgen -W "$flags --help" -- "$word")) ;;',
      '    *) COMPREPLY=($(compgen -f -- "$word")) ;;',
      '  esac',
      '}',
      'complete -o filenames -F _clv clv',
      '',
    ].join('\n');
  },
  zsh: (commands) => {
    const said = commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`);
    const own = commands.map(({ name, options, words }) => {
      const argument = words.length > 0 ? [`2:one of:(${words.join(' ')})`] : [];
      const specs = [...options.map(zshSpec), ...argument].map(quoted).join(' ');
      return `    ${name}) _arguments ${specs} '*:file:_files' ;;`;
    });
    return [
      '#compdef clv',
      '# clv: for zsh. Put into ~/.zshrc: source <(clv completion zsh)',
      '_clv() {',
      '  local -a commands=(',
      ...said,
      '  )',
      '  if (( CURRENT == 2 )); then _describe command commands; return; fi',
      '  case "${words[2]}" in',
      ...own,
      '  esac',
      '}',
      'compdef _clv clv',
      '',
    ].join('\n');
  },
  fish: (commands) =>
    [
      '# clv: for fish. Put into ~/.config/fish/completions/clv.fish: clv completion fish',
      ...commands.flatMap(({ name, description, options, words }) => [
        `complete -c clv -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
        ...(words.length > 0
          ? [`complete -c clv -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(words.join(' '))}`]
          : []),
        ...options.map((option) => {
          const short = option.short ? ` -s ${option.short.slice(1)}` : '';
          const takes = option.isBoolean()
            ? ''
            : option.argChoices
              ? ` -x -a ${quoted(option.argChoices.join(' '))}`
              : ' -r';
          return `complete -c clv -n '__fish_seen_subcommand_from ${name}' -l ${option.long!.slice(2)}${short}${takes} -d ${quoted(option.description)}`;
        }),
      ]),
      '',
    ].join('\n'),
};

const longFlags = (options: readonly Option[]) => options.flatMap(({ long }) => long ?? []);

const withWords = (commands: readonly CompletedCommand[]) => commands.filter(({ words }) => words.length > 0);

/** The flags that take one of a few words. */
const choicesOf = (commands: readonly CompletedCommand[]): [string, string[]][] =>
  commands.flatMap(({ options }) =>
    options.flatMap(({ long, argChoices }): [string, string[]][] =>
      long && argChoices ? [[long, argChoices]] : [],
    ),
  );

function zshSpec({ long, description, argChoices, ...option }: Option): string {
  const says = description.replaceAll(/[[\]:]/g, (mark) => `\\${mark}`);
  const takes = argChoices ? `:one of:(${argChoices.join(' ')})` : ':value:_files';
  return `${long}[${says}]${option.required || option.optional ? takes : ''}`;
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
