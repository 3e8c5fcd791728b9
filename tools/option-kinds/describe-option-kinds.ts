// eslint-disable-next-line @nx/enforce-module-boundaries -- the tools stand beside the floors, on which the rule goes by tags
import { ClvError } from '@clv/contracts';

/** A public function, called with some options: what each of them may be, and the call itself. */
export interface OddCall {
  /** By option, values that are right; whatever is of another kind than all of them has to be refused. */
  options: Readonly<Record<string, readonly unknown[]>>;
  /** Where the options are arguments, so that there is no object of them (default false). */
  arePositional?: boolean;
  call(options: never): unknown;
}

const oddValues: readonly unknown[] = [
  ...[null, true, 5, -1, 0.5, NaN, 1e300, Number.MAX_SAFE_INTEGER, 5n, Symbol('odd')],
  ...['', '4', 'no such thing', [], [5], [null], {}, { odd: null }, () => 1],
];

const oddObjects: readonly unknown[] = [null, 5, 'k', true, [], () => 1];

/**
 * Tests that each function of a package refuses options of another kind by name, that absurd ones neither end in an error of the
 * language nor never, and that no function is left out.
 *
 * @param calls by the function's name, which more words may follow where it is called in several ways.
 * @param without functions that have no options.
 */
export function describeOptionKinds(
  api: Readonly<Record<string, unknown>>,
  calls: Readonly<Record<string, OddCall>>,
  without: readonly string[],
): void {
  it('calls every public function here, or lists it as one without options', () => {
    const functions = Object.keys(api).filter((name) => typeof api[name] === 'function');
    const listed = new Set([...Object.keys(calls).map((name) => name.split(' ')[0]), ...without]);
    expect([...listed].sort()).toEqual(functions.sort());
  });

  describe.each(Object.entries(calls))('%s', (_, { options, arePositional = false, call }) => {
    const right = Object.fromEntries(Object.entries(options).map(([name, [first]]) => [name, first]));

    it.each(Object.keys(options))('refuses odd values of %s by its name', async (option) => {
      for (const value of options[option])
        expect(await errorOf(() => call({ ...right, [option]: value } as never))).toBeUndefined();
      const kinds = options[option].map(kindOf);
      for (const odd of oddValues) {
        const error = await errorOf(() => call({ ...right, [option]: odd } as never));
        const told = `${option}: ${kindOf(odd)} ${show(odd)}: ${String(error)}`;
        const isRight = kinds.includes(kindOf(odd))
          ? error === undefined || error instanceof ClvError
          : error instanceof ClvError && isAbout(error, option);
        expect([told, isRight]).toEqual([told, true]);
      }
    });

    if (arePositional) return;
    it('refuses what is no object of options', async () => {
      for (const odd of oddObjects) {
        const error = await errorOf(() => call(odd as never));
        expect([show(odd), error instanceof ClvError]).toEqual([show(odd), true]);
      }
    });
  });
}

async function errorOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return error;
  }
}

const isAbout = ({ path, column, message }: ClvError, option: string) =>
  [path, column, message].some((text) => String(text).includes(option));

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) || ArrayBuffer.isView(value) ? 'list' : typeof value;
}

const show = (value: unknown) => (kindOf(value) === 'object' ? JSON.stringify(value) : String(value));
