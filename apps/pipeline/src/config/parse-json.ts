import { type Fault, InvalidInputError } from '@clv/contracts';

import stripJsonComments from 'strip-json-comments';

import { refusal } from '../faults/refusal.js';
import { pathText } from './config-faults.js';

const polluting = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses an untrusted JSON document, which may hold comments; keys that could reach an object's prototype are refused with their path. */
export function parseJson(text: string, name: string): unknown {
  const { document, faults } = parseJsonLeniently(text, name);
  if (faults.length > 0) throw new InvalidInputError(faults);
  return document;
}

/** The same, but such keys are left out of the document, so that what else is wrong with it can be told as well. */
export function parseJsonLeniently(text: string, name: string): { document: unknown; faults: Fault[] } {
  let document: unknown;
  try {
    document = JSON.parse(stripJsonComments(text.replace(/^\uFEFF/, ''), { trailingCommas: true }));
  } catch (cause) {
    throw refusal('not-json', name, `${name} is not JSON: ${(cause as Error).message}`);
  }
  return { faults: [...removePollutingKeys(document, [])], document };
}

function* removePollutingKeys(value: unknown, path: readonly PropertyKey[]): Generator<Fault> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (polluting.has(key)) {
      yield { rule: 'forbidden-key', path: pathText(here), message: `forbidden key: ${pathText(here)}` };
      delete (value as Record<string, unknown>)[key];
    } else yield* removePollutingKeys(inner, here);
  }
}
