import { hasNoText } from './has-no-text.js';

const longest = 60;

/** A value as it is shown in a message: text in quotes, cut where it is long. */
export function quote(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value);
  }
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (hasNoText(value)) return 'an object';
  return Array.isArray(value) ? `a list of ${value.length}` : String(value);
}
