import { isBlank } from './is-blank.js';
import { ownText } from './own-text.js';

/** 1 left, 0 stayed, -1 not known. */
export type Label = 1 | 0 | -1;

/** The pairs of words, in any case, that say yes and no. */
export const englishPairs = [
  ['yes', 'no'],
  ['true', 'false'],
  ['t', 'f'],
  ['y', 'n'],
  ['1', '0'],
] as const;

/** The same with those of other languages, as their spreadsheets write them too. */
export const yesNoPairs = [
  ...englishPairs,
  ['ja', 'nein'],
  ['wahr', 'falsch'],
  ['oui', 'non'],
  ['vrai', 'faux'],
  ['sí', 'no'],
  ['si', 'no'],
  ['verdadero', 'falso'],
  ['sim', 'não'],
  ['sim', 'nao'],
  ['verdadeiro', 'falso'],
] as const;

const words = new Map<string, Label>(
  yesNoPairs.flatMap(([yes, no]) => [
    [yes, 1],
    [no, 0],
  ]),
);

/** Yes as 1 and no as 0, of blank -1; undefined of any other cell. `1.0` is read as 1 and `True.` as true: programs write them so. */
export function parseYesNo(cell: unknown): Label | undefined {
  if (isBlank(cell)) return -1;
  const text = ownText(cell).trim().toLowerCase();
  return words.get(text) ?? words.get(text.normalize().replace(/\.0*$/, ''));
}
