import { joinPacked } from './texts/pack-texts.js';
import { packedBehind, textsAsArray } from './texts/texts-as-array.js';
import type { PackedText } from './texts/packed-text.js';

/** One column of its parts: of numbers where each part is, and packed where each is. */
export function joinColumns(parts: readonly ArrayLike<unknown>[]): ArrayLike<unknown> {
  if (parts.length === 1) return parts[0];
  const packed = parts.map(packedBehind);
  if (packed.length > 0 && !packed.includes(undefined))
    return textsAsArray(joinPacked(packed as PackedText[]));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const typed = parts.every((part) => part instanceof Float64Array);
  const whole: Float64Array | unknown[] = typed ? new Float64Array(length) : new Array(length);
  let at = 0;
  for (const part of parts) for (let i = 0; i < part.length; i++) whole[at++] = part[i] as never;
  return whole;
}
