import { execFileSync } from 'node:child_process';
import { root } from './rooms.js';

/** The files of a pattern that git knows, or does not ignore. */
export const filesOf = (pattern: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', pattern], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '');
