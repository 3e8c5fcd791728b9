import type { PackedText } from './packed-text.js';

const behind = new WeakMap<object, PackedText>();

/** Packed text for those who read an array, who make a string of each text that they look at. */
export function packedAsArray(packed: PackedText): ArrayLike<string> & Iterable<string> {
  const array = new Proxy(packed, reader) as unknown as ArrayLike<string> & Iterable<string>;
  behind.set(array, packed);
  return array;
}

/** The packed text that is read as an array; undefined where a column is none. */
export const packedBehind = (cells: ArrayLike<unknown>): PackedText | undefined => behind.get(cells);

const reader: ProxyHandler<PackedText> = {
  get(packed, key) {
    if (typeof key === 'string' && key !== 'length') {
      const row = Number(key);
      return row >= 0 && row < packed.length ? packed.at(row) : undefined;
    }
    return key === Symbol.iterator ? () => packed[Symbol.iterator]() : Reflect.get(packed, key, packed);
  },
};
