import { unknownName } from './nearest-name.js';

/** What is wrong in a document, and where: `calibration.slope` `must be a finite number: null`. */
export interface Misshape {
  path: string;
  fault: string;
}

/** The first thing in a value that is not as it must be; undefined where nothing is. */
export type Shape = (value: unknown, path: string) => Misshape | undefined;

type Fields = Readonly<Record<string, Shape>>;

const finite: Shape = must('a finite number', Number.isFinite);
const text: Shape = must('text', (value) => typeof value === 'string');
const callback: Shape = must('a function', (value) => typeof value === 'function');

/** What has a length and places, whatever they hold; text has these too. */
function array(words: string): Shape {
  return must(
    words,
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Number.isSafeInteger((value as { length?: unknown }).length),
  );
}

const numbers = array('an array of numbers');

const signal: Shape = must(
  'an AbortSignal',
  (value) => typeof (value as AbortSignal | null)?.throwIfAborted === 'function',
);

/** A number, of which `holds` tells whether it is as the words say. */
function number(words: string, holds: (value: number) => boolean): Shape {
  return must(words, (value) => typeof value === 'number' && holds(value));
}

function whole(least: number, most = Number.MAX_SAFE_INTEGER): Shape {
  const range =
    most === Number.MAX_SAFE_INTEGER
      ? `a whole number of at least ${least}`
      : `a whole number from ${least} to ${most}`;
  return must(
    range,
    (value) => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
  );
}

function exactly(...allowed: readonly unknown[]): Shape {
  return must(allowed.join(' or '), (value) => allowed.includes(value));
}

function nullable(shape: Shape): Shape {
  return (value, path) => (value === null ? undefined : shape(value, path));
}

/** What has one of two shapes, in words of its own. */
function either(words: string, one: Shape, other: Shape): Shape {
  return must(words, (value) => one(value, '') === undefined || other(value, '') === undefined);
}

function listOf(shape: Shape, length?: number): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, fault: `must be a list: ${show(value)}` };
    if (length !== undefined && value.length !== length)
      return { path, fault: `must have ${length} entries: ${value.length}` };
    return firstOf(value.keys(), (i) => shape(value[i], `${path}[${i}]`));
  };
}

/** An object with exactly these fields, of which the optional may be missing. */
function object(fields: Fields, optional: Fields = {}): Shape {
  const all: Fields = { ...fields, ...optional };
  const known = record(fields, optional);
  return (value, path) => {
    const unknown = isRecord(value) && Object.keys(value).find((name) => !Object.hasOwn(all, name));
    if (typeof unknown !== 'string') return known(value, path);
    const fault = `is not understood: ${unknownName('field', unknown, Object.keys(all))}`;
    return { path: within(path, unknown), fault };
  };
}

/** An object with at least these fields, of which the optional may be missing. */
function record(fields: Fields, optional: Fields = {}): Shape {
  return (value, path) => {
    if (!isRecord(value)) return { path, fault: `must be an object: ${show(value)}` };
    return firstOf(Object.entries({ ...fields, ...optional }), ([name, shape]) => {
      const isThere = Object.hasOwn(value, name) && value[name] !== undefined;
      if (isThere) return shape(value[name], within(path, name));
      return Object.hasOwn(fields, name) ? { path: within(path, name), fault: 'is missing' } : undefined;
    });
  };
}

/** An object with any fields, each of which has the same shape. */
function dictionary(shape: Shape): Shape {
  return (value, path) =>
    record({})(value, path) ??
    firstOf(Object.entries(value as object), ([name, field]) => shape(field, within(path, name)));
}

/** One of several objects, told apart by a field. */
function tagged(tag: string, shapes: Fields): Shape {
  return (value, path) => {
    const kind = isRecord(value) ? value[tag] : undefined;
    if (typeof kind === 'string' && Object.hasOwn(shapes, kind)) return shapes[kind](value, path);
    return { path, fault: `must have a ${tag} out of ${Object.keys(shapes).join(', ')}: ${show(kind)}` };
  };
}

function must(words: string, holds: (value: unknown) => boolean): Shape {
  return (value, path) => (holds(value) ? undefined : { path, fault: `must be ${words}: ${show(value)}` });
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function firstOf<T>(parts: Iterable<T>, misshapeOf: (part: T) => Misshape | undefined): Misshape | undefined {
  for (const part of parts) {
    const misshape = misshapeOf(part);
    if (misshape) return misshape;
  }
  return undefined;
}

/** A message shows so much of a value. */
const mostShown = 40;

/** A value as it stands in a message; what JSON cannot tell, such as NaN, by its own name. */
export function show(value: unknown): string {
  const shown = typeof value === 'object' || typeof value === 'string' ? inJson(value) : String(value);
  return shown.length > mostShown ? `${shown.slice(0, mostShown)}…` : shown;
}

const isTyped = (value: unknown): value is Float64Array => ArrayBuffer.isView(value) && 'subarray' in value;

/** Of lists, which may hold a million numbers, only the beginning. */
function inJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_, part: unknown) => {
      if (Array.isArray(part)) return part.slice(0, mostShown) as unknown;
      return isTyped(part) ? part.subarray(0, mostShown) : part;
    });
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** What options, and the parts of a saved model, may have to be; each is a `Shape`, or makes one. */
export const shapes = {
  array,
  callback,
  dictionary,
  either,
  exactly,
  finite,
  listOf,
  nullable,
  number,
  numbers,
  object,
  record,
  signal,
  tagged,
  text,
  whole,
};
