import type { Fault } from '@clv/contracts';
import { type MemberNode, type ValueNode, parse } from '@humanwhocodes/momoa';

import { pathText } from './config-faults.js';

/** The keys that an object of a JSON document gives more than once: JSON.parse takes the last, and says nothing. */
export function repeatedKeys(text: string): Fault[] {
  const { body } = parse(text.replace(/^\uFEFF/, ''), { mode: 'jsonc', allowTrailingCommas: true });
  return [...repeatedIn(body, [])];
}

function* repeatedIn(value: ValueNode, path: readonly PropertyKey[]): Generator<Fault> {
  if (value.type === 'Array')
    for (const [i, element] of value.elements.entries()) yield* repeatedIn(element.value, [...path, i]);
  if (value.type !== 'Object') return;
  const lines = new Map<string, number[]>();
  for (const member of value.members) {
    const key = keyOf(member);
    lines.set(key, [...(lines.get(key) ?? []), member.loc.start.line]);
    yield* repeatedIn(member.value, [...path, key]);
  }
  for (const [key, found] of lines) {
    if (found.length === 1) continue;
    const where = pathText([...path, key]);
    const message = `${where} is given ${found.length} times (lines ${found.join(', ')}): keep one`;
    yield { rule: 'repeated-key', path: where, message };
  }
}

const keyOf = ({ name }: MemberNode): string => (name.type === 'String' ? name.value : name.name);
