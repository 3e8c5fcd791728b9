import { unknownName } from '@clv/contracts';
import { ModelFormatError } from '@clv/gbdt';

/** Throws a ModelFormatError with the path where a value is not what it must be. */
export type Shape = (value: unknown, path: string) => void;

export const finite: Shape = must('a finite number', Number.isFinite);
export const text: Shape = must('text', (value) => typeof value === 'string');

export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Shape {
  const range = `a whole number from ${least} to ${most}`;
  return must(
    range,
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  );
}

export function exactly(...allowed: readonly unknown[]): Shape {
  return must(allowed.join(' or '), (value) => allowed.includes(value));
}

export function nullable(shape: Shape): Shape {
  return (value, path) => value === null || shape(value, path);
}

export function listOf(shape: Shape, length?: number): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) throw new ModelFormatError(path, `must be a list: ${show(value)}`);
    if (length !== undefined && value.length !== length)
      throw new ModelFormatError(path, `must have ${length} entries: ${value.length}`);
    value.forEach((entry, i) => shape(entry, `${path}[${i}]`));
  };
}

/** An object with exactly these fields, of which the optional may be missing. */
export function object(fields: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const all: Record<string, Shape> = { ...fields, ...optional };
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ModelFormatError(path, `must be an object: ${show(value)}`);
    const within = (name: string) => (path === '' ? name : `${path}.${name}`);
    for (const name of Object.keys(value))
      if (!Object.hasOwn(all, name))
        throw new ModelFormatError(
          within(name),
          `is not understood: ${unknownName('field', name, Object.keys(all))}`,
        );
    for (const name of Object.keys(fields))
      if (!Object.hasOwn(value, name)) throw new ModelFormatError(within(name), 'is missing');
    for (const [name, entry] of Object.entries(value)) all[name](entry, within(name));
  };
}

/** One of several objects, told apart by a field. */
export function tagged(tag: string, shapes: Record<string, Shape>): Shape {
  return (value, path) => {
    const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, tag) : undefined;
    if (typeof kind !== 'string' || !Object.hasOwn(shapes, kind))
      throw new ModelFormatError(
        path,
        `must have a ${tag} out of ${Object.keys(shapes).join(', ')}: ${show(kind)}`,
      );
    shapes[kind](value, path);
  };
}

function must(words: string, holds: (value: unknown) => boolean): Shape {
  return (value, path) => {
    if (!holds(value)) throw new ModelFormatError(path, `must be ${words}: ${show(value)}`);
  };
}

function show(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
