// eslint-disable-next-line @nx/enforce-module-boundaries -- the tools stand beside the floors, on which the rule goes by tags
import { ClvError } from '@clv/contracts';

/** Arguments that a function takes, by their names and in order; made anew for each call. */
type SoundArguments = () => object;

/**
 * Places among the arguments to which the rule does not apply as it is. A place is told by the last names that lead to it:
 * `table`, `options.rows`, `fitChurn.options.judge`.
 */
export interface Exceptions {
  /** What stays as it is, with all that is in it: tables, and what only a compiler can check. */
  fixed?: readonly string[];
  /** What other functions make, as models: what is in it may be of another kind where it is not read, and is named by its reader. */
  made?: readonly string[];
  /** Functions that take tables and models alone; they are not called. */
  dataAlone?: readonly string[];
  /** Objects in which any name may stand, such as those of segments, or of what others read. */
  open?: readonly string[];
  /** Other values that are right, which may be of other kinds. */
  also?: Readonly<Record<string, readonly unknown[]>>;
  /** Arguments of which the docs say that they are written over. */
  written?: readonly string[];
  /** Functions that give more than data: tables, and functions that go on from there. */
  working?: readonly string[];
  /** Options of which the docs say that some right values leave a figure unknown, told as NaN. */
  unknowing?: readonly string[];
}

/** Made anew for each call, as some are written to. */
const oddValues = (): unknown[] => {
  const numbers = [NaN, -1, 0.5, 3, 1e300, Number.MAX_SAFE_INTEGER, 5n];
  const others = [null, true, Symbol('odd'), '', '5', 'no such thing', () => 1];
  return [...numbers, ...others, [], [5], [null], ['5'], [2, NaN], {}, { odd: null }];
};

/**
 * Tests that no function of a package takes anything for what it is not. Each argument, and each option in it, becomes each of
 * many odd values in turn. One of another kind than those that are right is refused, by a typed error that names it; one of the
 * same kind is refused too, by its name or that of an option with which it does not agree, or gives no NaN. A name that is
 * misspelt is refused as well: what it names would count for nothing. What is given stays as it was, and what comes back is plain
 * data, which a page can send to a worker or keep.
 *
 * @param api what the package exports; each function must be called, so that none is forgotten.
 * @param calls by the function's name, which more words may follow where it is called in several ways.
 */
export function describeOddOptions(
  api: object,
  calls: Readonly<Record<string, SoundArguments>>,
  {
    fixed = [],
    made = [],
    dataAlone = [],
    open = [],
    written = [],
    working = [],
    also = {},
    unknowing = [],
  }: Exceptions = {},
): void {
  const functions = new Map(
    Object.entries(api).filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name)),
  );
  const functionOf = (call: string) => call.split(' ')[0];

  it('calls every function here, or lists it as one of data alone', () => {
    const called = new Set([...Object.keys(calls).map(functionOf), ...dataAlone]);
    expect([...called].sort()).toEqual([...functions.keys()].sort());
  });

  describe.each(Object.keys(calls))('%s', (call) => {
    const name = functionOf(call);
    const run = async (args: object): Promise<unknown> => functions.get(name)!(...Object.values(args));
    const isIn = (places: readonly string[], keys: readonly string[]) =>
      places.some((place) => `.${[name, ...keys].join('.')}`.endsWith(`.${place}`));

    const valuesAlso = (keys: readonly string[]) =>
      Object.entries(also).flatMap(([place, values]) => (isIn([place], keys) ? values : []));
    let givesNaN: boolean;

    it('takes what it is made for', async () => {
      const args = calls[call]();
      givesNaN = holdsNaN(await run(args));
      for (const keys of placesIn(args))
        for (const value of valuesAlso(keys)) await run(withValueAt(calls[call](), keys, value));
    });

    it('changes nothing that it is given', async () => {
      const args = calls[call]();
      const kept = Object.entries(args).filter(([key]) => !isIn(written, [key]));
      const before = kept.map(textOf);
      for (const [, value] of kept) freeze(value);
      await run(args);
      expect(kept.map(textOf)).toEqual(before);
    });

    if (!working.includes(name))
      it('gives plain data', async () => {
        const given = await run(calls[call]());
        expect(structuredClone(given)).toEqual(given);
      });

    it('refuses what is odd by its name', async () => {
      const faults: string[] = [];
      for (const keys of placesIn(calls[call]()))
        for (const odd of oddValues()) {
          const fault = await faultAt(keys, odd);
          if (fault !== undefined) faults.push(`${keys.join('.')}: ${show(odd)} ${fault}`);
        }
      expect(faults).toEqual([]);
    });

    it('refuses a misspelt name by the one that was meant', async () => {
      const faults: string[] = [];
      for (const keys of placesIn(calls[call]()).filter(isName)) {
        const meant = keys.at(-1)!;
        const misspelt = renamed(calls[call](), keys, `${meant}z`);
        const error: unknown = await run(misspelt).catch((thrown) => thrown);
        if (!(error instanceof ClvError && isNamed(error, [meant]) && isSuggested(error, meant)))
          faults.push(`${keys.join('.')}: ${String(error)}`);
      }
      expect(faults).toEqual([]);
    });

    const isName = (keys: readonly string[]) => {
      const holder = keys.slice(0, -1);
      if (holder.length === 0 || isIn(made, holder) || isIn(open, holder)) return false;
      const args = calls[call]();
      return !Array.isArray(valueAt(args, holder)) && valueAt(args, keys) !== undefined;
    };

    function placesIn(value: unknown, keys: readonly string[] = []): (readonly string[])[] {
      if (isIn(fixed, keys)) return [];
      const parts = isIn(made, keys.slice(0, -1)) ? [] : partsOf(value);
      const inside = parts.flatMap((key) => placesIn((value as never)[key], [...keys, key]));
      return keys.length > 0 ? [keys, ...inside] : inside;
    }

    async function faultAt(keys: readonly string[], odd: unknown): Promise<string | undefined> {
      const args = calls[call]();
      const sound = valueAt(args, keys);
      const isAlike = [sound, ...valuesAlso(keys)].map(kindOf).includes(kindOf(odd));
      const isPartOfMade = isIn(made, keys.slice(0, -1));
      try {
        const result = await run(withValueAt(args, keys, odd));
        if (!isAlike && !isPartOfMade) return 'is taken';
        const mayGiveNaN = givesNaN || isIn(unknowing, keys) || (isPartOfMade && holdsNaN(odd));
        return !mayGiveNaN && holdsNaN(result) ? 'gives NaN' : undefined;
      } catch (error) {
        if (!(error instanceof ClvError)) return `ends in ${String(error)}`;
        const isArgument = keys.length === 1 && typeof sound === 'object';
        if (isPartOfMade || (isArgument && isAlike)) return undefined;
        const beside = Object.keys(valueAt(args, keys.slice(0, -1)) as object);
        const names = isAlike || isArgument ? [...keys, ...beside, ...partsOf(sound)] : keys.slice(-1);
        return isNamed(error, names) ? undefined : `is not named: ${error.message}`;
      }
    }
  });
}

/** The names of an object's fields, or the number of the last of several objects. */
function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return partsOf(value.at(-1)).length ? [String(value.length - 1)] : [];
  return kindOf(value) === 'object' && (value as object).constructor === Object
    ? Object.keys(value as object)
    : [];
}

const valueAt = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce((at, key) => (at as never)[key], value);

function withValueAt(holder: object, [key, ...rest]: readonly string[], value: unknown): object {
  const changed = rest.length > 0 ? withValueAt((holder as never)[key], rest, value) : value;
  return Array.isArray(holder) ? holder.with(Number(key), changed) : { ...holder, [key]: changed };
}

function renamed(holder: object, [key, ...rest]: readonly string[], name: string): object {
  if (rest.length > 0) return withValueAt(holder, [key], renamed((holder as never)[key], rest, name));
  return Object.fromEntries(Object.entries(holder).map(([own, value]) => [own === key ? name : own, value]));
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) || ArrayBuffer.isView(value) ? 'list' : typeof value;
}

/** Whether an error names one of some places, or the odd value itself. */
const isNamed = ({ message, path, column }: ClvError, names: readonly string[]) =>
  message.startsWith('unknown ') ||
  [message, path, column].some((text) => names.some((name) => String(text).includes(name)));

/** Of a name of one letter nobody can tell what was meant. */
const isSuggested = ({ message }: ClvError, meant: string) =>
  !message.includes('unknown ') || meant.length === 1 || message.includes(`(did you mean ${meant}?)`);

function holdsNaN(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array).some(Number.isNaN);
  if (typeof value !== 'object' || value === null || seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).some((part) => holdsNaN(part, seen));
}

const show = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** So that writing to any part of it throws; arrays of bytes cannot be frozen, and what works by changing may not be. */
function freeze(value: unknown): void {
  const isLasting = ArrayBuffer.isView(value) || value instanceof EventTarget;
  if (typeof value !== 'object' || value === null || isLasting || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

/** Numbers as they are, which JSON would give as null where they are not finite. */
const textOf = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) => {
    if (ArrayBuffer.isView(part)) return Array.from(part as Float64Array, String);
    return typeof part === 'number' || typeof part === 'bigint' ? String(part) : part;
  });
