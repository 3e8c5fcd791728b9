import { type Fault, unknownName } from '@clv/contracts';
import type { z } from 'zod';

import { configSchema } from './config.js';

/** What zod found, in the house's words: one fault an issue, with its path and the nearest key that exists. */
export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => {
    const path = pathText(issue.path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        rule: 'unknown-key',
        path: pathText([...issue.path, key]),
        message: prefixed(path, unknownName('key', key, keysAt(issue.path))),
      }));
    return [
      { rule: issue.code.replaceAll('_', '-'), path, message: prefixed(path, lowerFirst(issue.message)) },
    ];
  });
}

/** `offers[1].discount` */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

const prefixed = (path: string, message: string) => (path === '' ? message : `${path}: ${message}`);

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

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
