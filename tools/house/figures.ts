import { proseOf } from './documents.js';

/** A figure that prose states of how good or how fast something is. */
export interface Figure {
  /** As it stands: `0.938`, `96.5%`, `2.7`. */
  stated: string;
  sentence: string;
}

/** What is measured, or the unit that it is measured in. */
const measure =
  /\b(AUC|AUUC|Qini|Brier|log-loss|loss|ECE|inertia|oracle('s)?|interval|rejects|correlations?|marginals?|accuracy|as fast|weighs)\b|\d\s?(s|ms|MB|GB|kB)\b|rows a second/;

/** A decimal number, a percentage, or a number with its unit; not a version, a date, or part of a name. */
const figure = /(?<![\w.,-])(\d+\.\d+|\.\d+|\d+(?=\s?(?:%|ms\b|s\b|MB\b|GB\b|kB\b)))(?![\w.]*\.\d)(\s?%)?/g;

/** The figures of quality and of cost that the sentences of a page state; its code and its tables are left out. */
export function measuredFigures(page: string): Figure[] {
  const prose = proseOf(page)
    .replace(/`[^`]*`/g, '')
    .replace(/^(\||#| {4}).*$/gm, '');
  return prose
    .split(/\n\s*\n|(?<=[.:;!?])\s+(?=[A-Z`(])/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => measure.test(sentence))
    .flatMap((sentence) =>
      [...sentence.matchAll(figure)].map(([, number, percent]) => ({
        stated: `${number}${percent ? '%' : ''}`,
        sentence,
      })),
    );
}

const numbersOf = (text: string) =>
  [...text.matchAll(/\d[\d_,]*(?:\.\d+)?|\.\d+/g)].map(([number]) => Number(number.replace(/[_,]/g, '')));

/** Whether a text has a figure: rounded as it is stated, a share as a percentage too. */
export function hasFigure(text: string, stated: string): boolean {
  const number = stated.replace('%', '');
  const digits = number.split('.')[1]?.length ?? 0;
  const isStated = (value: number) => Number(value.toFixed(digits)) === Number(number);
  return numbersOf(text).some((value) => isStated(value) || (stated.endsWith('%') && isStated(100 * value)));
}
