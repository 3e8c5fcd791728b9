import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { program } from '../commands/program.js';
import { completionScript } from './completion.js';
import { helpText, manual } from './manual.js';

const clv = program();

describe('docs/cli.md', () => {
  it('says what --help says (the end of it is what clv manual prints, after npx prettier --write)', () => {
    const page = readFileSync(join(process.cwd(), '../../docs/cli.md'), 'utf8');
    const [, printed] = page.split('<!-- What follows is printed by: clv manual -->\n\n');
    expect(printed.trimEnd()).toBe(manual(clv).trimEnd());
  });
});

describe('--help', () => {
  it.each(clv.commands.map((command) => [command.name(), command] as const))(
    'of %s has examples, each of which is a call of it',
    (name, command) => {
      const [, examples] = helpText(command).split('Examples:\n');
      const lines = examples.trim().split('\n');
      for (const line of lines) expect(line).toMatch(new RegExp(`^\\s*\\$ .*clv ${name}\\b`));
    },
  );
});

describe('completion', () => {
  const complete = (...words: string[]) =>
    execFileSync(
      'bash',
      [
        '-c',
        `${completionScript(clv, 'bash')}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _clv; printf '%s\\n' "\${COMPREPLY[@]}"`,
        'bash',
        'clv',
        ...words,
      ],
      { encoding: 'utf8' },
    )
      .trim()
      .split('\n');

  it('in bash gives the commands, the flags of one, the choices of a flag, and files', () => {
    expect(complete('')).toEqual(expect.arrayContaining(['run', 'synth', 'serve', '--version']));
    expect(complete('sc')).toEqual(['score']);
    expect(complete('run', '--bu')).toEqual(['--budget']);
    expect(complete('synth', '--experiment', '')).toEqual(['random', 'confounded']);
    expect(complete('run', '--input', 'package.j')).toEqual(['package.json']);
  });

  it('in bash gives the words that a command takes, in the place where it takes them', () => {
    expect(complete('spark', 'e')).toEqual(['encoding', 'encode', 'edge']);
    expect(complete('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(complete('spark', 'plan', '--input', 'package.j')).toEqual(['package.json']);
  });

  it('in zsh and fish knows the words that a command takes', () => {
    for (const step of ['config', 'settle'])
      for (const shell of ['zsh', 'fish'] as const)
        expect(completionScript(clv, shell)).toMatch(new RegExp(`spark.*\\b${step}\\b`));
  });

  it.each(['zsh', 'fish'] as const)(
    'in %s knows every command and flag, and its quotes are closed',
    (shell) => {
      const script = completionScript(clv, shell);
      for (const command of clv.commands) {
        expect(script).toContain(command.name());
        for (const { long } of command.options)
          expect(script).toContain(shell === 'fish' ? `-l ${long!.slice(2)}` : long);
      }
      for (const line of script.split('\n').filter((text) => !text.startsWith('#')))
        expect(line.replaceAll("'\\''", '').split("'").length % 2).toBe(1);
    },
  );
});
