import { unknownName } from '@clv/contracts';

/** What is wrong with an option's value, in words; undefined where nothing is. */
export type Rule = (name: string, value: unknown) => string | undefined;

export function whole(least: number, most: number): Rule {
  return must(`be a whole number from ${least} to ${most}`, (value) => {
    return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
  });
}

export const share = must('lie in (0, 1]', (value) => typeof value === 'number' && value > 0 && value <= 1);

export const atLeastZero = must(
  'be a number of at least 0',
  (value) => Number.isFinite(value) && (value as number) >= 0,
);

export function ofType(type: 'boolean' | 'function' | 'object' | 'string'): Rule {
  return must(
    `be of type ${type}`,
    (value) => typeof value === type && value !== null && !Array.isArray(value),
  );
}

export const abortSignal = must(
  'be an AbortSignal',
  (value) => typeof (value as AbortSignal | null)?.throwIfAborted === 'function',
);

export function oneOf(names: readonly string[]): Rule {
  return (name, value) =>
    names.includes(value as string) ? undefined : unknownName(name, String(value), names);
}

function must(words: string, holds: (value: unknown) => boolean): Rule {
  return (name, value) => (holds(value) ? undefined : `${name} must ${words}: ${String(value)}`);
}
