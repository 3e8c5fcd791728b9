import { tellCodes } from '@clv/table';

import { CodedText } from '../block.js';
import { PackedText } from './packed-text.js';

/** The strings of fewer texts are in nobody's way. */
export const many = 100_000;

/** Text for those who read an array: many as they are, few as strings. */
export function readableTexts(texts: CodedText | PackedText): ArrayLike<string> {
  if (texts.length >= many) return textsAsArray(texts);
  const strings = [...texts];
  if (texts instanceof CodedText) tellCodes(strings, texts);
  return strings;
}

const behind = new WeakMap<object, CodedText | PackedText>();

/**
 * Coded or packed text for those who read an array, who make a string of each text that they look at; who asks for the
 * codes of a column is told them.
 */
export function textsAsArray(texts: CodedText | PackedText): ArrayLike<string> & Iterable<string> {
  const array = new Proxy(texts, reader) as unknown as ArrayLike<string> & Iterable<string>;
  behind.set(array, texts);
  if (texts instanceof CodedText) tellCodes(array, texts);
  return array;
}

/** The text that is read as an array; undefined where a column is none. */
export const textsBehind = (cells: ArrayLike<unknown>): CodedText | PackedText | undefined =>
  behind.get(cells);

/** The packed text that is read as an array; undefined where a column is none. */
export function packedBehind(cells: ArrayLike<unknown>): PackedText | undefined {
  const texts = textsBehind(cells);
  return texts instanceof PackedText ? texts : undefined;
}

const reader: ProxyHandler<CodedText | PackedText> = {
  /** Else it would be taken for the text behind it. */
  getPrototypeOf: () => Object.prototype,
  get(texts, key) {
    if (typeof key === 'string' && key !== 'length') {
      const row = Number(key);
      return row >= 0 && row < texts.length ? texts.at(row) : undefined;
    }
    return key === Symbol.iterator ? () => texts[Symbol.iterator]() : Reflect.get(texts, key, texts);
  },
};
