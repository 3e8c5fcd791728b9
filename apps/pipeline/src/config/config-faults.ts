import { type Fault, nearestName, unknownName } from '@clv/contracts';
import type { z } from 'zod';

import { configSchema } from './config.js';
import { withoutPassword } from './secrets.js';

/** What zod found, in the house's words: one fault an issue, with its path and what would be right. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = pathText(issue.path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        rule: 'unknown-key',
        path: pathText([...issue.path, key]),
        message: prefixed(path, unknownName('key', key, keysAt(issue.path))),
      }));
    const rule = (issue.code === 'custom' && issue.params?.rule) || issue.code.replaceAll('_', '-');
    return [{ rule, path, message: prefixed(path, complaint(issue)) }];
  });
}

/** `must be at least 0: -5` */
function complaint(issue: z.core.$ZodIssue): string {
  const value = shown(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `must be ${article(typeNames[issue.expected] ?? issue.expected)}: ${value}`;
    case 'invalid_value': {
      const known = issue.values.map(String);
      const nearest = typeof issue.input === 'string' ? nearestName(issue.input, known) : undefined;
      const hint = nearest === undefined ? '' : ` (did you mean ${nearest}?)`;
      return `must be ${known.length > 1 ? 'one of ' : ''}${known.join(', ')}: ${value}${hint}`;
    }
    case 'too_small':
      if (issue.origin === 'array' && issue.minimum > 1)
        return `must have ${issue.minimum} entries: ${value}`;
      if (issue.origin === 'string' || issue.origin === 'array') return 'must not be empty';
      return `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}: ${value}`;
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}: ${value}`;
    default:
      return issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  }
}

const typeNames: Readonly<Record<string, string>> = {
  int: 'whole number',
  boolean: 'true or false',
  array: 'list',
  string: 'text',
};

const article = (name: string) => {
  if (name === 'text' || name === 'true or false') return name;
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
};

/** JSON has no word for numbers that are not finite. */
const written = (value: unknown) =>
  typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));

const shown = (value: unknown) => withoutPassword(written(value)).slice(0, 80);

/** `offers[1].discount` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

const prefixed = (path: string, message: string) => (path === '' ? message : `${path}: ${message}`);

/** The keys that the schema knows at a path. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = configSchema;
  for (const step of path) {
    const definition = unwrapped(schema) as { shape?: Record<PropertyKey, unknown>; element?: unknown };
    schema = typeof step === 'number' ? definition.element : definition.shape?.[step];
  }
  return Object.keys((unwrapped(schema) as { shape?: object } | undefined)?.shape ?? {});
}

/** A schema without the wrappers that say it is optional or has a default. */
function unwrapped(schema: unknown): unknown {
  let inner = schema as { unwrap?: () => unknown; shape?: object; element?: unknown } | undefined;
  while (inner?.unwrap && !inner.shape && !inner.element) inner = inner.unwrap() as typeof inner;
  return inner;
}
